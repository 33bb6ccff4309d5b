package org.egnytereceiver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String KEY = "egnyte.some.key";

    @ParameterizedTest
    @CsvSource({
            "1, 1",
            "1048576, 1048576",
            "512 B, 512",
            "10 MiB, 10485760",
            "10MiB, 10485760",
            "4 KiB, 4096",
            "'  1 KiB  ', 1024",
            "1073741824, 1073741824",
            "1 GiB, 1073741824"})
    void readsSizesInBytesOrBinaryUnits(String text, int bytes) {
        assertThat(read(text, settings -> settings.size(KEY, 7))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT2S", "P90D, PT2160H", "PT0.5S, PT0.5S", "p1d, PT24H"})
    void readsIsoDurations(String text, Duration duration) {
        assertThat(read(text, settings -> settings.duration(KEY, Duration.ZERO))).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "1000, 1000", "' 8 ', 8"})
    void readsNumbersUpToTheirBounds(String text, int number) {
        assertThat(read(text, settings -> settings.number(KEY, 7, 1, 1000))).isEqualTo(number);
    }

    @Test
    void splitsListsAtCommasAndLeavesOutTheEmptyValues() {
        assertThat(read(" one, two ,,three,", settings -> settings.list(KEY))).isEqualTo(List.of("one", "two", "three"));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void takesABlankValueForAMissingOne(String blank) {
        assertThat(read(blank, settings -> settings.text(KEY))).isEqualTo(Optional.empty());
        assertThat(read(blank, settings -> settings.number(KEY, 7, 1, 9))).isEqualTo(7);
        assertThat(read(blank, settings -> settings.size(KEY, 7))).isEqualTo(7);
        assertThat(read(blank, settings -> settings.duration(KEY, Duration.ZERO))).isEqualTo(Duration.ZERO);
        assertThat(read(blank, settings -> settings.list(KEY))).isEqualTo(List.of());
    }

    @Test
    void readsEnvironmentVariables() {
        try (var variables = Configured.withEnvironment(Map.of("EGNYTE_SOME_KEBAB_KEY", "12"))) {
            assertThat(new Settings().number("egnyte.some.kebab-key", 7, 1, 100)).as("%s", variables).isEqualTo(12);
        }
    }

    @Test
    void listsTheNamesOfAllSources() {
        try (var values = Configured.with(Map.of("egnyte.b", "1", "egnyte.a", "2"))) {
            assertThat(new Settings().names()).as("%s", values).containsSubsequence("egnyte.a", "egnyte.b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"egnyte.delivery.caller", "egnyte.delivery.proxies", "egnyte.delivery.secrets.file", "egnyte.work.Max-attempts",
            "EGNYTE_DELIVERY_CALLER", "EGNYTE_JOURNAL_RETENTION_DAYS"})
    void refusesANameThatBeginsLikeASettingAndIsNone(String name) {
        assertThatThrownBy(() -> Configured.during(Map.of(name, "1"), new Settings()::refuseUnknown))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("The setting " + name + " is unknown and would have no effect.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"egnyte.delivery.callers", "egnyte.feeds.archive.secrets", "EGNYTE_DELIVERY_MAX_BODY_SIZE", "EGNYTE_HOME",
            "egnyte.token", "egnyte.sync.interval", "EGNYTE_FEEDS_ARCHIVE_SECRETS"})
    void leavesNamesAloneThatAreSettingsOrSomebodyElses(String name) {
        Configured.during(Map.of(name, "1"), new Settings()::refuseUnknown);
    }

    /** An environment variable appears under two names there, as it is and with dots. */
    @Test
    void takesAVariableForASettingHoweverASourceListsIt() {
        try (var variables = Configured.withEnvironment(Map.of("EGNYTE_DELIVERY_MAX_BODY_SIZE", "12"))) {
            assertThat(new Settings().names()).as("%s", variables).contains("egnyte.delivery.max.body.size");
            new Settings().refuseUnknown();
            assertThat(new Settings().strange()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"egnyte.delivry.callers, true", "egnyte.feed.legal.product, true", "EGNYTE_DELIVRY_CALLERS, true",
            "egnyte.delivery.callers, false", "egnyte.feeds.legal.product, false", "EGNYTE_FEEDS_LEGAL_PRODUCT, false",
            "EGNYTE_DELIVERY_CALLERS, false", "EGNYTE_HOME, false", "egnyte.token, false", "other.delivery.callers, false"})
    void pointsOutNamesThatMeanNothingToIt(String name, boolean strange) {
        Configured.during(Map.of(name, "1"), () -> assertThat(new Settings().strange().contains(name)).isEqualTo(strange));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("text", "${nobody.has.given.this}", settings -> settings.text(KEY)),
                wrong("text", "${ENC::of-no-vault:1234}", settings -> settings.text(KEY)),
                wrong("encoded text", "{aes}ARC+syf8S", settings -> settings.text(KEY)),
                wrong("list", "${nobody.has.given.this}", settings -> settings.list(KEY)),
                wrong("list", ", ,", settings -> settings.list(KEY)),
                wrong("size", "10 MB", settings -> settings.size(KEY, 7)),
                wrong("size", "-1", settings -> settings.size(KEY, 7)),
                wrong("size", "1.5 KiB", settings -> settings.size(KEY, 7)),
                wrong("size", "0", settings -> settings.size(KEY, 7)),
                wrong("size", "2 GiB", settings -> settings.size(KEY, 7)),
                wrong("size", "1073741825", settings -> settings.size(KEY, 7)),
                wrong("size", "99999999999", settings -> settings.size(KEY, 7)),
                wrong("size", "١", settings -> settings.size(KEY, 7)),
                wrong("duration", "90 days", settings -> settings.duration(KEY, Duration.ZERO)),
                wrong("duration", "PT0S", settings -> settings.duration(KEY, Duration.ofDays(1))),
                wrong("duration", "-PT1S", settings -> settings.duration(KEY, Duration.ofDays(1))),
                wrong("duration", "P999999999999999999D", settings -> settings.duration(KEY, Duration.ofDays(1))),
                wrong("number", "eight", settings -> settings.number(KEY, 7, 1, 10)),
                wrong("number", "8.5", settings -> settings.number(KEY, 7, 1, 10)),
                wrong("number", "0", settings -> settings.number(KEY, 7, 1, 10)),
                wrong("number", "11", settings -> settings.number(KEY, 7, 1, 10)),
                wrong("number", "99999999999", settings -> settings.number(KEY, 7, 1, 10)));
    }

    private static Arguments wrong(String kind, String text, Function<Settings, Object> reading) {
        return Arguments.of(kind, text, reading);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrong")
    void refusesAWrongValueInOneSentenceThatNamesTheKey(String kind, String text, Function<Settings, Object> reading) {
        assertThatThrownBy(() -> read(text, reading))
                .isInstanceOf(WrongSetting.class)
                .hasMessageMatching("The setting egnyte\\.some\\.key (is|has|holds|refers) [^\\n]+\\.");
    }

    @Test
    void doesNotRepeatAWrongValue() {
        assertThatThrownBy(() -> read("top-secret", settings -> settings.number(KEY, 7, 1, 10)))
                .hasMessageNotContaining("top-secret")
                .hasNoCause();
    }

    private static Object read(String text, Function<Settings, Object> reading) {
        try (var values = Configured.with(Map.of(KEY, text))) {
            assertThat(values).isNotNull();
            return reading.apply(new Settings());
        }
    }
}
