package org.egnytereceiver.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z", "-0.0, 1970-01-01T00:00:00Z", "0e999999999, 1970-01-01T00:00:00Z",
        "1764000000, 2025-11-24T16:00:00Z", "1764000000000, 2025-11-24T16:00:00Z",
        "1764000000.1239, 2025-11-24T16:00:00.123Z", "1764000000123.9, 2025-11-24T16:00:00.123Z",
        "1.764e9, 2025-11-24T16:00:00Z", "1.764E+12, 2025-11-24T16:00:00Z", "17640000000000e-1, 2025-11-24T16:00:00Z",
        "99999999999, 5138-11-16T09:46:39Z", "100000000000, 1973-03-03T09:46:40Z",
        "99999999999.999, 5138-11-16T09:46:39.999Z", "-1, 1969-12-31T23:59:59Z", "-1.5, 1969-12-31T23:59:58.500Z",
        "-100000000000, 1966-10-31T14:13:20Z",
        "253402300799999, 9999-12-31T23:59:59.999Z", "-62135596800000, 0001-01-01T00:00:00Z",
        "1e-400, 1970-01-01T00:00:00Z", "1e-999999999, 1970-01-01T00:00:00Z", "-0.0004, 1970-01-01T00:00:00Z"})
    void theSizeTellsSecondsFromMilliseconds(String number, Instant time) {
        assertThat(EventTime.ofEpoch(number)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"253402300800000",
        "-62135596800001", "-99999999999", "1e400", "1e999999999", "-1e999999999",
        "1e99999999999", "1e18", "9223372036854775808", "", " ", "yesterday", "NaN", "Infinity", "0x10", " 1", "1 ",
        "2025-11-24T16:00:00Z"})
    void whatIsOutsideTheCalendarIsNoTime(String number) {
        assertThat(EventTime.ofEpoch(number)).isEmpty();
    }

    @Test
    void anEndlessNumberIsNotReckonedWith() {
        assertThat(EventTime.ofEpoch("1".repeat(1_000_000))).isEmpty();
    }
}
