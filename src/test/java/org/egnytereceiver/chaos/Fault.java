package org.egnytereceiver.chaos;

import java.time.Duration;

/** One thing taken away, and how long it took until a delivery sent after that was acknowledged. */
final class Fault {

    private final String kind;
    private final long happenedAt = System.nanoTime();
    private volatile Duration recovery;

    Fault(String kind) {
        this.kind = kind;
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
