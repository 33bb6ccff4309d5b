package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {

    private static final String DIGEST_OF_NOTHING =
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String DIGEST_OF_ONE =
            "sha256:7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

    @TempDir
    Path directory;

    @Test
    void readsNoFeedFromNothing() {
        assertThat(feeds(Map.of())).isEmpty();
        assertThat(feeds(Map.of("egnyte.delivery.secrets", " "))).isEmpty();
    }

    @Test
    void readsTheDefaultFeedForBothProducts() {
        var feed = feeds(Map.of("egnyte.delivery.secrets", "old, new", "egnyte.delivery.header", "X-Egnyte")).get(0);
        assertThat(feed.name()).isEqualTo("default");
        assertThat(feed.products()).containsExactlyInAnyOrder(Product.values());
        assertThat(feed.header()).isEqualTo("X-Egnyte");
        assertThat(feed.domains()).isEmpty();
        assertThat(List.of("old", "new")).allMatch(value -> feed.isProvenBy(Secret.digest(value)));
        assertThat(List.of("", "old, new", "Old")).noneMatch(value -> feed.isProvenBy(Secret.digest(value)));
    }

    @Test
    void readsNamedFeeds() {
        var feeds = feeds(Map.of(
                "egnyte.feeds.archive2.product", "connect",
                "egnyte.feeds.archive2.secrets", "one",
                "egnyte.feeds.archive2.domains", "acme,apex",
                "egnyte.feeds.resale.product", "msp",
                "egnyte.feeds.resale.header", "X-Proof",
                "egnyte.feeds.resale.secrets", "two"));
        assertThat(feeds).extracting(Feed::name).containsExactly("archive2", "resale");
        assertThat(feeds).extracting(Feed::header).containsExactly("Authorization", "X-Proof");
        assertThat(feeds.get(0).products()).containsExactly(Product.CONNECT);
        assertThat(feeds.get(0).domains()).containsExactlyInAnyOrder("acme", "apex");
        assertThat(feeds.get(1).products()).containsExactly(Product.MSP);
        assertThat(feeds.get(1).isProvenBy(Secret.digest("two"))).isTrue();
    }

    @Test
    void readsFeedsFromEnvironmentVariables() {
        var variables = Map.of(
                "EGNYTE_DELIVERY_SECRETS", "zero",
                "EGNYTE_FEEDS_ARCHIVE_PRODUCT", "connect",
                "EGNYTE_FEEDS_ARCHIVE_SECRETS", "one");
        try (var environment = Configured.withEnvironment(variables)) {
            assertThat(settings().feeds()).as("%s", environment).extracting(Feed::name).containsExactly("default", "archive");
        }
    }

    @Test
    void takesADigestForTheValueItIsOf() {
        var feed = feeds(Map.of("egnyte.delivery.secrets", "zero, " + DIGEST_OF_ONE)).get(0);
        assertThat(List.of("zero", "one")).allMatch(value -> feed.isProvenBy(Secret.digest(value)));
        assertThat(List.of(DIGEST_OF_ONE, DIGEST_OF_ONE.substring(7), "sha256:one"))
                .noneMatch(value -> feed.isProvenBy(Secret.digest(value)));
    }

    @Test
    void readsSecretsFromFilesAsWell() throws IOException {
        var file = Files.writeString(directory.resolve("secrets"), "\n  old, with a comma \r\n\n" + DIGEST_OF_ONE + "\n");
        var feeds = feeds(Map.of("egnyte.delivery.secrets-file", file.toString(),
                "egnyte.feeds.archive.product", "connect", "egnyte.feeds.archive.secrets", "third",
                "egnyte.feeds.archive.secrets-file", file.toString()));
        assertThat(feeds).hasSize(2).allSatisfy(feed -> assertThat(List.of("old, with a comma", "one"))
                .allMatch(value -> feed.isProvenBy(Secret.digest(value))));
        assertThat(feeds.get(0).isProvenBy(Secret.digest("third"))).isFalse();
        assertThat(feeds.get(1).isProvenBy(Secret.digest("third"))).isTrue();
    }

    @Test
    void readsTheNameOfAFileFromAnEnvironmentVariable() throws IOException {
        var file = Files.writeString(directory.resolve("secrets"), "one").toString();
        var variables = Map.of("EGNYTE_DELIVERY_SECRETS_FILE", file,
                "EGNYTE_FEEDS_ARCHIVE_PRODUCT", "connect", "EGNYTE_FEEDS_ARCHIVE_SECRETS_FILE", file);
        try (var environment = Configured.withEnvironment(variables)) {
            assertThat(settings().feeds()).as("%s", environment).hasSize(2)
                    .allMatch(feed -> feed.isProvenBy(Secret.digest("one")));
        }
    }

    @Test
    void refusesASecretThatIsAReferenceNobodyResolved() {
        assertThatThrownBy(() -> feeds(Map.of("egnyte.delivery.secrets", "\\${ALIAS=egnyte}")))
                .isInstanceOf(WrongSetting.class).hasMessageStartingWith("The setting egnyte.delivery.secrets ")
                .hasMessageNotContaining("ALIAS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EGNYTE_FEEDS_MY_FEED_PRODUCT", "EGNYTE_FEEDS_ARCHIVE_COLOUR", "EGNYTE_FEEDS_ARCHIVE"})
    void refusesAVariableThatNamesNoFieldOfAFeed(String variable) {
        try (var environment = Configured.withEnvironment(Map.of(variable, "x"))) {
            assertThatThrownBy(() -> settings().feeds()).as("%s", environment).isInstanceOf(WrongSetting.class);
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("egnyte.feeds.archive.product", "egnyte.feeds.archive.secrets", "top-secret"),
                wrong("egnyte.feeds.archive.product", "egnyte.feeds.archive.product", "drive",
                        "egnyte.feeds.archive.secrets", "top-secret"),
                wrong("egnyte.feeds.archive.product", "egnyte.feeds.archive.product", "Connect",
                        "egnyte.feeds.archive.secrets", "top-secret"),
                wrong("egnyte.feeds.archive.secrets", "egnyte.feeds.archive.product", "connect"),
                wrong("egnyte.feeds.archive.secrets", "egnyte.feeds.archive.product", "connect",
                        "egnyte.feeds.archive.secrets", " ,"),
                wrong("egnyte.feeds.archive.header", "egnyte.feeds.archive.product", "connect",
                        "egnyte.feeds.archive.header", "X Proof", "egnyte.feeds.archive.secrets", "top-secret"),
                wrong("egnyte.feeds.resale.domains", "egnyte.feeds.resale.product", "msp",
                        "egnyte.feeds.resale.domains", "acme", "egnyte.feeds.resale.secrets", "top-secret"),
                wrong("egnyte.feeds." + "a".repeat(65) + ".product", "egnyte.feeds." + "a".repeat(65) + ".product", "connect"),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", "top-secret,sha256:top-secret"),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", "top-secret\u00FC"),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", "top-secret\u007F"),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", "sha256:" + "0".repeat(63)),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", "sha256:" + "0".repeat(65)),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", DIGEST_OF_ONE.replace("sha256:", "SHA256:")),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", DIGEST_OF_ONE.replace("sha256:", "sha-256:")),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", DIGEST_OF_ONE.replace("sha256:", "sha256=")),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", DIGEST_OF_NOTHING),
                wrong("egnyte.delivery.secrets", "egnyte.delivery.secrets", DIGEST_OF_NOTHING.toUpperCase(Locale.ROOT)
                        .replace("SHA256", "sha256")),
                wrong("egnyte.feeds.archive.secrets", "egnyte.feeds.archive.product", "connect",
                        "egnyte.feeds.archive.secrets", "sha256:"),
                wrong("egnyte.feeds.archive.colour", "egnyte.feeds.archive.colour", "top-secret"),
                wrong("egnyte.feeds.archive", "egnyte.feeds.archive", "top-secret"),
                wrong("egnyte.feeds.", "egnyte.feeds.", "top-secret"),
                wrong("egnyte.feeds.My.secrets", "egnyte.feeds.My.secrets", "top-secret"),
                wrong("egnyte.feeds.my-feed.secrets", "egnyte.feeds.my-feed.secrets", "top-secret"),
                wrong("egnyte.feeds.a.b.secrets", "egnyte.feeds.a.b.secrets", "top-secret"),
                wrong("egnyte.feeds.default.secrets", "egnyte.feeds.default.secrets", "top-secret"),
                wrong("egnyte.delivery.header", "egnyte.delivery.header", "Bad:Header",
                        "egnyte.delivery.secrets", "top-secret"));
    }

    private static Arguments wrong(String key, String... keysAndValues) {
        var values = new TreeMap<String, String>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Arguments.of(key, values);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesAFeedThatIsNotCompletelyRightAndNamesTheKeyButNoSecret(String key, Map<String, String> values) {
        assertThatThrownBy(() -> feeds(values)).isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("The setting " + key + " ")
                .hasMessageNotContaining("top-secret");
    }

    private static List<Feed> feeds(Map<String, String> values) {
        try (var configuration = Configured.with(values)) {
            assertThat(configuration).isNotNull();
            return settings().feeds();
        }
    }

    private static FeedSettings settings() {
        var settings = new FeedSettings();
        settings.settings = new Settings();
        return settings;
    }
}
