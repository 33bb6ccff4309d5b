package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.egnytereceiver.journal.Lot;

/**
 * How many events come to a worker in one message, which it works in one transaction: many while handlers are quick, so
 * that the disks of database and broker are waited for less often; fewer when they take their time, so that other workers
 * get some as well.
 */
@ApplicationScoped
class Pace {

    /** More would be published again when the transaction fails. */
    static final int MOST_EVENTS = 1_000;

    private static final long NANOS_AT_ONCE = Duration.ofMillis(500).toNanos();

    private volatile int events = Lot.MOST_EVENTS;

    /** The handlers of so many events, at least one, took so long, one after the other. */
    void handled(int count, long nanos) {
        var inTime = NANOS_AT_ONCE * count / Math.max(1, nanos);
        events = (int) Math.max(Lot.MOST_EVENTS, Math.min(MOST_EVENTS, inTime));
    }

    int events() {
        return events;
    }
}
