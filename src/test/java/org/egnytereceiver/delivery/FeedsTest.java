package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsTest {

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

    @Test
    void showsNoSecret() {
        var feeds = feeds(SETTINGS);
        var feed = feeds.provenBy("archive", Product.CONNECT, header -> "one").orElseThrow();
        assertThat(feed.toString()).contains("archive").contains("Secret[…]").doesNotContain("one");
        assertThat(new Secret("one")).hasToString("Secret[…]");
    }

    private static Feeds feeds(Map<String, String> values) {
        var feeds = new Feeds();
        feeds.settings = new FeedSettings();
        feeds.settings.settings = new Settings();
        Configured.during(values, () -> feeds.read(new ReceiverStarting()));
        return feeds;
    }
}
