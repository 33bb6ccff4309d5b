package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.egnytereceiver.journal.Lot;

/**
 * How many events come to a worker in one message, which it works in one transaction: many while handlers are quick, so
 * that the disks of database and broker are waited for less often; fewer when they take their time, so that other workers
 * get some as well, and when they fail, since then each event is worked once more, on its own.
 */
@ApplicationScoped
class Pace {

    /** More would be published again when the transaction fails. */
    static final int MOST_EVENTS = 1_000;

    private static final Duration AT_ONCE = Duration.ofMillis(500);

    /** A step leaves what handlers do not come to in a quarter of the time limit. */
    private static final int PART_OF_THE_LIMIT = 8;

    /** What so few take says little about many. */
    private static final int TELLING_EVENTS = 100;

    private volatile int events = Lot.MOST_EVENTS;

    /** The handlers of so many events, at least one, took so long, one after the other. */
    void handled(int count, Duration took, Duration timeLimit) {
        var present = events;
        var nanos = Math.min(AT_ONCE.toNanos(), timeLimit.toNanos() / PART_OF_THE_LIMIT);
        var inTime = nanos * count / Math.max(1, took.toNanos());
        if (inTime < present || count >= TELLING_EVENTS) {
            events = (int) Math.max(Lot.MOST_EVENTS, Math.min(Math.min(MOST_EVENTS, 2L * present), inTime));
        }
    }

    /** A handler failed, or hung. */
    void failed() {
        events = Lot.MOST_EVENTS;
    }

    int events() {
        return events;
    }
}
