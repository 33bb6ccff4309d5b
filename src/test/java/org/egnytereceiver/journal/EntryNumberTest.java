package org.egnytereceiver.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryNumberTest {

    private static final long NOON = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();

    @Test
    void tellsWhenTheEventWasReceived() {
        assertEquals(NOON, EntryNumber.receivedAtMillis(EntryNumber.of(NOON, 2_097_151)));
    }

    @Test
    void isAsFarFromAnotherAsTheirTimesAre() {
        assertEquals(EntryNumber.firstOf(NOON + 1_000), EntryNumber.firstOf(NOON) + EntryNumber.between(Duration.ofSeconds(1)));
    }
}
