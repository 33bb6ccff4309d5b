package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {

    private static final String DIGEST_OF_NOTHING =
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final Map<String, String> SETTINGS = Map.of(
            "egnyte.delivery.secrets", "zero,Bearer nought",
            "egnyte.feeds.archive.product", "connect",
            "egnyte.feeds.archive.secrets", "one",
            "egnyte.feeds.resale.product", "msp",
            "egnyte.feeds.resale.header", "X-Proof",
            "egnyte.feeds.resale.secrets", "two");

    @ParameterizedTest
    @CsvSource({
            "default, CONNECT, Authorization, zero,          true",
            "default, MSP,     authorization, Bearer nought, true",
            "default, CONNECT, Authorization, nought,        false",
            "default, CONNECT, Authorization, '',            false",
            "default, CONNECT, X-Proof,       zero,          false",
            "default, CONNECT, Authorization, one,           false",
            "archive, CONNECT, Authorization, one,           true",
            "archive, CONNECT, Authorization, zero,          false",
            "archive, MSP,     Authorization, one,           false",
            "resale,  MSP,     X-Proof,       two,           true",
            "resale,  MSP,     Authorization, two,           false",
            "resale,  CONNECT, X-Proof,       two,           false",
            "nobody,  CONNECT, Authorization, zero,          false",
            "'',      CONNECT, Authorization, '',            false",
            "Archive, CONNECT, Authorization, one,           false"})
    void provesAFeedByItsOwnHeaderSecretAndProduct(String name, Product product, String header, String value, boolean proven) {
        var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sent.put(header, value);
        assertThat(feeds(SETTINGS).provenBy(name, product, sent::get).map(Feed::name))
                .isEqualTo(proven ? Optional.of(name) : Optional.empty());
    }

    @Test
    void provesNothingWhenNothingIsConfigured() {
        var feeds = feeds(Map.of());
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> null)).isEmpty();
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "")).isEmpty();
        assertThat(feeds.provenBy("", Product.MSP, header -> "null")).isEmpty();
    }

    /** Time cannot be measured well enough to be a test; what takes the time can. */
    @Test
    void doesTheSameWorkForEveryCaller() {
        var settings = new TreeMap<>(SETTINGS);
        settings.put("egnyte.feeds.resale.secrets", "two,three,four");
        var feeds = feeds(settings);
        for (var name : List.of("default", "archive", "resale", "nobody", "")) {
            for (var value : Arrays.asList("zero", "one", "wrong", null)) {
                var asked = new ArrayList<String>();
                feeds.provenBy(name, Product.CONNECT, header -> {
                    asked.add(header);
                    return value;
                });
                assertThat(asked).as("headers that are read and digested").containsExactly("Authorization", "X-Proof");
            }
        }
        assertThat(feeds.provenBy("archive", Product.CONNECT, header -> "one").orElseThrow().secrets())
                .as("digests that are compared").hasSize(3);
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "zero").orElseThrow().secrets()).hasSize(3);
    }

    @Test
    void followsARotation() {
        var feeds = feeds(Map.of("egnyte.delivery.secrets", "old"));
        Configured.during(Map.of("egnyte.delivery.secrets", "old,new"), () -> assertThat(feeds.renew()).isTrue());
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "old")).isPresent();
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "new")).isPresent();

        Configured.during(Map.of("egnyte.delivery.secrets", "new"), () -> assertThat(feeds.renew()).isTrue());
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "old")).isEmpty();
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "new")).isPresent();
        Configured.during(Map.of("egnyte.delivery.secrets", "new"), () -> assertThat(feeds.renew()).isFalse());
    }

    @Test
    void isClosedWhenTheLastSecretIsTakenAway() {
        var feeds = feeds(Map.of("egnyte.delivery.secrets", "old"));
        Configured.during(Map.of(), () -> assertThat(feeds.renew()).isTrue());
        for (var value : Arrays.asList("old", "", null)) {
            assertThat(feeds.provenBy("default", Product.CONNECT, header -> value)).isEmpty();
        }
    }

    @Test
    void staysAsItWasWhenAChangeIsWrong() {
        var feeds = feeds(SETTINGS);
        var wrong = new TreeMap<>(SETTINGS);
        wrong.put("egnyte.delivery.secrets", "another");
        wrong.remove("egnyte.feeds.resale.secrets");
        Configured.during(wrong, () -> assertThatThrownBy(feeds::renew).isInstanceOf(WrongSetting.class));
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "zero")).isPresent();
        assertThat(feeds.provenBy("default", Product.CONNECT, header -> "another")).isEmpty();
        assertThat(feeds.provenBy("resale", Product.MSP, header -> "two")).isPresent();
    }

    /** Whatever somebody wrote into a setting: it is refused, or it lets nobody in who does not know it. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ", ,", "\"\"", "''", "null", "none", "*", "sha256:", "Bearer ", "{}", "[]", "%", "\\", "."})
    void letsNobodyInByAMeaninglessSecret(String meaningless) {
        var feeds = new Feeds();
        feeds.settings = new FeedSettings();
        feeds.settings.settings = new Settings();
        try {
            Configured.during(Map.of("egnyte.delivery.secrets", meaningless), () -> feeds.read(new ReceiverStarting()));
        } catch (WrongSetting refused) {
            assertThat(refused).hasMessageStartingWith("The setting egnyte.delivery.secrets ");
        }
        for (var value : Arrays.asList(null, "", " ", "any", "sha256", "Bearer x", DIGEST_OF_NOTHING)) {
            assertThat(feeds.provenBy("default", Product.CONNECT, header -> value)).as(value).isEmpty();
        }
    }

    @Test
    void showsNoSecret() {
        var feeds = feeds(SETTINGS);
        var feed = feeds.provenBy("archive", Product.CONNECT, header -> "one").orElseThrow();
        assertThat(feed.toString()).contains("archive").contains("Secret[…]").doesNotContain("one");
        assertThat(Secret.of("a.key", "one")).hasToString("Secret[…]");
    }

    private static Feeds feeds(Map<String, String> values) {
        var feeds = new Feeds();
        feeds.settings = new FeedSettings();
        feeds.settings.settings = new Settings();
        Configured.during(values, () -> feeds.read(new ReceiverStarting()));
        return feeds;
    }
}
