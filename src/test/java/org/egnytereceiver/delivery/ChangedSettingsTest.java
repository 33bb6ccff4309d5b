package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.origin.WiredProxies;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.support.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedSettingsTest {

    private static final String LIMIT = "egnyte.delivery.max-elements";

    private final ChangedSettings changed = new ChangedSettings();
    private final Map<String, String> configuration = new HashMap<>();
    private final Log log = new Log();

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws IOException {
        changed.feeds = new Feeds();
        changed.feeds.settings = new FeedSettings();
        changed.feeds.settings.settings = new Settings();
        changed.limits = new DeliverySettings();
        changed.limits.settings = new Settings();
        changed.addresses = new CallerAddresses();
        changed.addresses.settings = new Settings();
        secrets("old");
        configuration.put("egnyte.delivery.secrets-file", file().toString());
        Configured.during(configuration, () -> {
            changed.feeds.read(new ReceiverStarting());
            changed.limits.read(new ReceiverStarting());
            changed.addresses.read(new ReceiverStarting());
            changed.proxies = WiredProxies.configured();
            changed.addresses.proxies = changed.proxies;
        });
        log.begin();
    }

    @AfterEach
    void end() {
        log.end();
    }

    @Test
    void saysNothingWhenNothingWasChanged() {
        look();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void takesOverAChangedFile() throws IOException {
        secrets("old\nnew");
        look();
        look();
        assertThat(isLetIn("new")).isTrue();
        assertThat(isLetIn("old")).isTrue();
        assertThat(log.lines).containsExactly("INFO EGR-1001 The changed settings of the feeds are in force.");
    }

    @Test
    void takesOverAChangedLimitAndAChangedRange() {
        configuration.put(LIMIT, "7");
        configuration.put("egnyte.delivery.callers", "192.0.2.0/24");
        look();
        assertThat(changed.limits.limits().maxElements()).isEqualTo(7);
        assertThat(changed.addresses.allow(Requests.of(null, "8.8.8.8", List.of()))).isFalse();
        assertThat(log.lines).containsExactly("INFO EGR-1001 The changed settings of the limits are in force.",
                "INFO EGR-1001 The changed settings of the addresses of callers are in force.");
    }

    @Test
    void keepsWhatItHadAndSaysOnceWhatIsWrong() throws IOException {
        configuration.put(LIMIT, "many");
        secrets("");
        look();
        look();
        assertThat(isLetIn("old")).isTrue();
        assertThat(isLetIn("")).isFalse();
        assertThat(changed.limits.limits().maxElements()).isEqualTo(10_000);
        assertThat(log.lines).containsExactly(
                "WARNING EGR-1002 The feeds stay as they were. The setting egnyte.delivery.secrets-file names a file that holds "
                        + "nothing.",
                "WARNING EGR-1002 The limits stay as they were. The setting egnyte.delivery.max-elements is no whole number.");
    }

    @Test
    void saysAgainWhatIsWrongAgain() throws IOException {
        Files.delete(file());
        look();
        secrets("old");
        look();
        Files.delete(file());
        look();
        assertThat(log.lines).hasSize(2).allMatch(line -> line.contains("egnyte.delivery.secrets-file"));
    }

    @Test
    void keepsTheRoomWhenItsSizeStaysTheSame() {
        var room = changed.limits.room();
        configuration.put(LIMIT, "7");
        look();
        assertThat(changed.limits.room()).isSameAs(room);
        configuration.put("egnyte.delivery.max-deliveries-under-way", "7");
        look();
        assertThat(changed.limits.room()).isNotSameAs(room);
    }

    private void look() {
        Configured.during(configuration, changed::look);
    }

    private boolean isLetIn(String secret) {
        return changed.feeds.provenBy("default", Product.CONNECT, header -> secret).isPresent();
    }

    private void secrets(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private Path file() {
        return directory.resolve("secrets");
    }

    private static final class Log extends Handler {

        private final List<String> lines = new ArrayList<>();
        private final Logger logger = Logger.getLogger(ChangedSettings.class.getName());

        void begin() {
            logger.setUseParentHandlers(false);
            logger.setLevel(Level.ALL);
            logger.addHandler(this);
        }

        void end() {
            logger.removeHandler(this);
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
