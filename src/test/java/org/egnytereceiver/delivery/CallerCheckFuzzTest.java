package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.origin.WiredProxies;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.egnytereceiver.support.Requests;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is configured, and whatever a caller says, only who knows a secret of the feed and comes from where it may is let
 * in. Without more, it runs on samples and on what was found until now; {@code ./mvnw test -Pfuzz} looks for more.
 */
class CallerCheckFuzzTest {

    /** What the fuzzer fills in, line by line; what is missing is not configured or not sent. */
    private enum Line {
        SECRETS, FEED_NAME, FEED_SECRETS, CALLERS, PROXIES, ASKED_NAME, SENT, SENT_ELSEWHERE, PEER, FORWARDED_FOR
    }

    static Stream<byte[]> samples() {
        return Stream.of("zero", "zero\narchive\none\n\n\narchive\nzero\none\n192.0.2.1",
                "zero,sha256:7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed\n\n\n192.0.2.0/24,::1\n10.0.0.0/8\n"
                        + "default\none\n\n10.0.0.1\n192.0.2.1:80, [2001:db8::1]:4711",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n\n\n\n\ndefault\n",
                "\n\n\n\n\ndefault\n", ",\na\n,\n0.0.0.0/0\n::/0\na\n,\n,\n::ffff:192.0.2.1%eth0\nunknown,_hidden,\"")
                .map(sample -> sample.getBytes(UTF_8));
    }

    @MethodSource("samples")
    @FuzzTest
    void nobodyIsLetInWithoutASecret(byte[] bytes) {
        var said = said(bytes);
        try {
            Configured.during(configuration(said), () -> nobodyIsLetInWithoutASecret(said));
        } catch (WrongSetting refused) {
            assertThat(refused).hasMessageMatching("The setting egnyte\\.[^\\n]*\\.");
        }
    }

    private static void nobodyIsLetInWithoutASecret(Map<Line, String> said) {
        var feeds = new Feeds();
        feeds.settings = new FeedSettings();
        feeds.settings.settings = new Settings();
        feeds.read(new ReceiverStarting());
        var addresses = new CallerAddresses();
        addresses.settings = new Settings();
        addresses.proxies = WiredProxies.configured();
        addresses.read(new ReceiverStarting());

        for (var name : List.of(Feeds.DEFAULT, said.getOrDefault(Line.ASKED_NAME, ""))) {
            var sent = said.get(name.equals(Feeds.DEFAULT) ? Line.SENT : Line.SENT_ELSEWHERE);
            var feed = feeds.provenBy(name, Product.CONNECT,
                    header -> said.get(header.equals("Authorization") ? Line.SENT : Line.SENT_ELSEWHERE));
            assertThat(feed.isEmpty() || isSecretOf(name, sent)).as("%s %s", name, sent).isTrue();
        }
        var allowed = addresses.allow(Requests.of(null, said.getOrDefault(Line.PEER, ""),
                Stream.ofNullable(said.get(Line.FORWARDED_FOR)).toList()));
        var settings = new Settings();
        if (settings.list("egnyte.delivery.callers").isEmpty()) {
            assertThat(allowed).as("nobody limits addresses").isTrue();
        } else if (settings.list("egnyte.origin.proxies").isEmpty()) {
            var alone = addresses.allow(Requests.of(null, said.getOrDefault(Line.PEER, ""), List.of()));
            assertThat(allowed).as("without proxies the header says nothing").isEqualTo(alone);
        }
    }

    private static boolean isSecretOf(String feed, String sent) {
        var settings = new Settings();
        var key = feed.equals(Feeds.DEFAULT) ? "egnyte.delivery.secrets" : "egnyte.feeds." + feed + ".secrets";
        return sent != null && !sent.isEmpty() && settings.list(key).stream().anyMatch(secret -> secret.equals(sent)
                || secret.startsWith("sha256:") && Secret.of(key, secret).isOf(Secret.digest(sent)));
    }

    private static Map<String, String> configuration(Map<Line, String> said) {
        var configuration = new HashMap<String, String>();
        put(configuration, "egnyte.delivery.secrets", said.get(Line.SECRETS));
        put(configuration, "egnyte.delivery.callers", said.get(Line.CALLERS));
        put(configuration, "egnyte.origin.proxies", said.get(Line.PROXIES));
        if (!said.getOrDefault(Line.FEED_NAME, "").isEmpty()) {
            put(configuration, "egnyte.feeds." + said.get(Line.FEED_NAME) + ".product", "connect");
            put(configuration, "egnyte.feeds." + said.get(Line.FEED_NAME) + ".header", "X-Proof");
            put(configuration, "egnyte.feeds." + said.get(Line.FEED_NAME) + ".secrets", said.get(Line.FEED_SECRETS));
        }
        return configuration;
    }

    private static void put(Map<String, String> configuration, String key, String value) {
        if (value != null) {
            configuration.put(key, value.replace("\\", "\\\\").replace("$", "\\$"));
        }
    }

    private static Map<Line, String> said(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", -1);
        var said = new HashMap<Line, String>();
        for (var line : Line.values()) {
            if (line.ordinal() < lines.length) {
                said.put(line, lines[line.ordinal()]);
            }
        }
        return said;
    }
}
