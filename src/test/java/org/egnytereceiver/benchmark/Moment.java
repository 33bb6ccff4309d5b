package org.egnytereceiver.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that is let go by between two looks at something. */
final class Moment {

    private Moment() {
    }

    static void pass(Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
