package org.egnytereceiver.event.msp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MspTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11-24T16:00:00Z, 2025-11-24T16:00:00Z",
        "2025-11-24t16:00:00z, 2025-11-24T16:00:00Z",
        "2025-11-24 16:00:00Z, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00+00:00, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00+0000, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00+00, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00-00:00, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00+05:30, 2025-11-24T10:30:00Z",
        "2025-11-24T16:00:00+0530, 2025-11-24T10:30:00Z",
        "2025-11-24T16:00:00-08, 2025-11-25T00:00:00Z",
        "2025-11-24T16:00:00.1Z, 2025-11-24T16:00:00.1Z",
        "2025-11-24T16:00:00.482913+00:00, 2025-11-24T16:00:00.482913Z",
        "2025-11-24 16:00:00.123456789+01:00, 2025-11-24T15:00:00.123456789Z",
        "2025-11-24T16:00Z, 2025-11-24T16:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"})
    void anOffsetIsTakenAsSent(String text, Instant instant) {
        assertThat(MspTime.read(text)).contains(new MspTime(instant, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-24T16:00:00, 2025-11-24T16:00:00Z",
        "2025-11-24 16:00:00, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00.123456789, 2025-11-24T16:00:00.123456789Z"})
    void withoutAnOffsetUtcIsAssumed(String text, Instant instant) {
        assertThat(MspTime.read(text)).contains(new MspTime(instant, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "now", "2025-11-24", "16:00:00Z", "2025-13-24T16:00:00Z", "2025-02-30T16:00:00Z",
        "2025-11-24T24:00:00Z", "2025-11-24T25:00:00Z", "2025-11-24T16:00:00.1234567890Z", "2025-11-24T16:00:00+25:00",
        "2025-11-24T 16:00:00Z", " 2025-11-24T16:00:00Z", "2025-11-24T16:00:00Z ", "2025-11-24T16:00:00X",
        "0000-12-31T23:59:59Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "+12345-01-01T00:00:00Z",
        "1764000000"})
    void whatIsNoTimeIsNotRead(String text) {
        assertThat(MspTime.read(text)).isEmpty();
    }
}
