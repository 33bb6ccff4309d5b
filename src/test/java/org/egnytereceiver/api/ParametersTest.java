package org.egnytereceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.PagePosition;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void areNullWhereTheyAreAbsentOrEmpty() {
        for (var parameters : new Parameters[] {with("other", "x"), with("p", "")}) {
            assertThat(parameters.text("p")).isNull();
            assertThat(parameters.truth("p")).isNull();
            assertThat(parameters.time("p")).isNull();
            assertThat(parameters.oneOf("p", Product::named)).isNull();
            assertThat(parameters.after()).isNull();
            assertThat(parameters.limit()).isEqualTo(50);
        }
    }

    @Test
    void keepTextsAsTheyAre() {
        assertThat(with("p", " /Shared/ä ").text("p")).isEqualTo(" /Shared/ä ");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "500, 500", "501, 500", "1234567890123, 500", "999999999, 500", "007, 7"})
    void limitAPageToFiveHundred(String text, int limit) {
        assertThat(with("limit", text).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-02-03T04:05:06Z,          2026-02-03T04:05:06Z",
            "2026-02-03T04:05:06.789Z,      2026-02-03T04:05:06.789Z",
            "2026-02-03T04:05Z,             2026-02-03T04:05:00Z",
            "2026-02-03T04:05:06+02:00,     2026-02-03T02:05:06Z",
            "2026-02-03T04:05:06 02:00,     2026-02-03T02:05:06Z",
            "2026-02-03T04:05:06-02:00,     2026-02-03T06:05:06Z"})
    void readTimesWithTheirOffset(String text, Instant time) {
        assertThat(with("p", text).time("p")).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void readTruth(String text, boolean truth) {
        assertThat(with("p", text).truth("p")).isEqualTo(truth);
    }

    @Test
    void readTheEndOfAPage() {
        var position = new PagePosition(17, 4);
        assertThat(with("after", Cursor.write(position)).after()).isEqualTo(position);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                malformed("0", p -> p.limit()), malformed("-1", p -> p.limit()), malformed("ten", p -> p.limit()),
                malformed("1.5", p -> p.limit()), malformed("00", p -> p.limit()), malformed("٣", p -> p.limit()),
                malformed("yes", p -> p.truth("limit")), malformed("TRUE", p -> p.truth("limit")),
                malformed("2026-02-03", p -> p.time("limit")), malformed("2026-02-03T04:05:06", p -> p.time("limit")),
                malformed("2026-02-30T04:05:06Z", p -> p.time("limit")), malformed("yesterday", p -> p.time("limit")),
                malformed("-999999999-01-01T00:00:00Z", p -> p.time("limit")),
                malformed("drive", p -> p.oneOf("limit", Product::named)),
                malformed("waiting", p -> p.oneOf("limit", EntryState::named)));
    }

    private static Arguments malformed(String text, Consumer<Parameters> reading) {
        return Arguments.of(text, reading);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void areRefusedWhereTheyAreMalformed(String text, Consumer<Parameters> reading) {
        assertThatThrownBy(() -> reading.accept(with("limit", text))).isInstanceOf(Refusal.class)
                .hasMessage("A parameter of the request cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domian", "Domain", "<b>", ""})
    void ofAPageAreRefusedWhereTheyMeanNothing(String name) {
        var values = new MultivaluedHashMap<>(Map.of("domain", "acme", "limit", "1", "after", "x"));
        assertThat(Parameters.ofPage(values, EventParameters.NAMES).text("domain")).isEqualTo("acme");
        values.add(name, "acme");
        assertThatThrownBy(() -> Parameters.ofPage(values, EventParameters.NAMES)).isInstanceOf(Refusal.class);
    }

    @Test
    void ofAPageAreRefusedWhereTheyAreRepeated() {
        var values = new MultivaluedHashMap<String, String>();
        values.addAll("domain", "acme", "globex");
        assertThatThrownBy(() -> Parameters.ofPage(values, EventParameters.NAMES)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4711, true", "9223372036854775807, true", "9223372036854775808, false", "-1, false", "'', false",
            "1a, false", "٣, false"})
    void knowNumbersThatAnEntryCouldHave(String text, boolean possible) {
        assertThat(Numbers.of(text).isPresent()).isEqualTo(possible);
    }

    private static Parameters with(String name, String value) {
        var values = new MultivaluedHashMap<String, String>();
        values.add(name, value);
        return new Parameters(values);
    }
}
