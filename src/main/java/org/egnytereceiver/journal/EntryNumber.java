package org.egnytereceiver.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * The journal's number for an event: the milliseconds since 2020 in the upper 42 bits, a number from a sequence in the
 * lower 21. So numbers of all nodes are in the order of receipt, and the primary key answers "the latest first", "since
 * when" and "the oldest that waits" without an index more. It lasts until the year 2159; two events of one millisecond
 * would get the same number only if two million others had been numbered in between.
 */
final class EntryNumber {

    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 21;
    private static final long SEQUENCE = (1L << SEQUENCE_BITS) - 1;
    private static final long LATEST = Long.MAX_VALUE >> SEQUENCE_BITS;

    private EntryNumber() {
    }

    static long of(long receivedAtMillis, long sequence) {
        return firstOf(receivedAtMillis) | sequence & SEQUENCE;
    }

    /** @return the lowest number that an event received at that moment can have */
    static long firstOf(long receivedAtMillis) {
        return Math.min(Math.max(receivedAtMillis - EPOCH, 0), LATEST) << SEQUENCE_BITS;
    }

    /** @return how far the numbers of two events are apart that are received with that time between them */
    static long between(Duration time) {
        return time.toMillis() << SEQUENCE_BITS;
    }

    /** @return when the event with that number was received, in milliseconds */
    static long receivedAtMillis(long number) {
        return (number >> SEQUENCE_BITS) + EPOCH;
    }
}
