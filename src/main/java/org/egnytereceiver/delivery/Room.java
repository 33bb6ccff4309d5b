package org.egnytereceiver.delivery;

import java.util.concurrent.Semaphore;

/**
 * How many deliveries may be under way, and the memory that their bodies may take, all together. Whoever finds no room
 * is refused at once instead of being queued: Egnyte keeps what it sends again, and nobody keeps what a server without
 * memory or threads has taken.
 */
final class Room {

    private static final int BLOCK = 16 << 10;

    private final Semaphore deliveries;
    private final Semaphore blocks;

    Room(int bytes, int deliveries) {
        this.blocks = new Semaphore(Math.max(1, bytes / BLOCK));
        this.deliveries = new Semaphore(deliveries);
    }

    Place enter() {
        return new Place();
    }

    /** What one body takes; given back when its delivery was answered. */
    final class Place implements AutoCloseable {

        private boolean begun;
        private int taken;
        private long bytes;

        /** @return whether there is room for one more delivery */
        boolean begin() {
            begun = deliveries.tryAcquire();
            return begun;
        }

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
            if (begun) {
                begun = false;
                deliveries.release();
            }
        }
    }
}
