package org.egnytereceiver.chaos;

import java.time.Duration;

/** One thing that happened to the estate, and how long it took until a delivery sent after that was acknowledged. */
final class Fault {

    private final String kind;
    private final long happenedAt;
    private volatile Duration recovery;

    /** @param happenedAt by the clock of {@link System#nanoTime()} */
    Fault(String kind, long happenedAt) {
        this.kind = kind;
        this.happenedAt = happenedAt;
    }

    String kind() {
        return kind;
    }

    void acknowledged(long sentAt) {
        if (recovery == null && sentAt >= happenedAt) {
            recovery = Duration.ofNanos(System.nanoTime() - happenedAt);
        }
    }

    /** @return null while nothing was acknowledged since */
    Duration recovery() {
        return recovery;
    }
}
