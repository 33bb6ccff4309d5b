package org.egnytereceiver.lifecycle;

import java.time.Duration;

/** A while that has to pass. The time of the day does not count, since somebody may set it back meanwhile. */
public final class Pause {

    private final long end;

    private Pause(long end) {
        this.end = end;
    }

    /** Begins now. */
    public static Pause of(Duration length) {
        return new Pause(System.nanoTime() + length.toNanos());
    }

    /** @return whether it has passed */
    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
