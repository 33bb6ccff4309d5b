package org.egnytereceiver.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A delivery whose thread waits for its receipt. */
final class Waiting {

    private final Delivery delivery;
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private Receipt receipt;
    private RuntimeException failure;
    private volatile boolean taken;
    private volatile boolean settled;
    private boolean interrupted;

    Waiting(Delivery delivery) {
        this.delivery = delivery;
    }

    Delivery delivery() {
        return delivery;
    }

    boolean isWaiting() {
        return !settled;
    }

    /** Somebody stores it; all it can do is wait for what comes of that. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }

    /**
     * Returns when something has happened, or after a pause; only its own thread asks. Who is taken needs no pauses.
     *
     * @return false when it has waited for too long altogether
     */
    boolean waitsWithin(Duration longest, long pauseNanos) {
        var left = since + longest.toNanos() - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(this, taken ? left : Math.min(left, pauseNanos));
            interrupted |= Thread.interrupted();
        }
        return left > 0;
    }

    /** The first word counts: neither a receipt nor a failure means that it has to try alone. */
    synchronized void settle(Receipt itsReceipt, RuntimeException itsFailure) {
        if (!settled) {
            receipt = itsReceipt;
            failure = itsFailure;
            settled = true;
            wake();
        }
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    /** @return empty when the group failed that this was in */
    Optional<Receipt> receipt() {
        if (interrupted) {
            thread.interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(receipt);
    }
}
