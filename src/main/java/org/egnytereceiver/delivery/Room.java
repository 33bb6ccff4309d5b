package org.egnytereceiver.delivery;

import java.util.concurrent.Semaphore;

/**
 * The memory that the bodies under way may take, all together. Whoever finds no room is refused at once instead of being
 * queued: Egnyte keeps what it sends again, and nobody keeps what a server without memory has taken.
 */
final class Room {

    private static final int BLOCK = 16 << 10;

    private final Semaphore blocks;

    Room(int bytes) {
        blocks = new Semaphore(Math.max(1, bytes / BLOCK));
    }

    Place enter() {
        return new Place();
    }

    /** What one body takes; given back when its delivery was answered. */
    final class Place implements AutoCloseable {

        private int taken;
        private long bytes;

        /** @return whether there is room for so many bytes more */
        boolean grow(int more) {
            bytes += more;
            var needed = (int) (bytes / BLOCK) + 1 - taken;
            if (needed > 0 && !blocks.tryAcquire(needed)) {
                return false;
            }
            taken += Math.max(0, needed);
            return true;
        }

        @Override
        public void close() {
            blocks.release(taken);
            taken = 0;
        }
    }
}
