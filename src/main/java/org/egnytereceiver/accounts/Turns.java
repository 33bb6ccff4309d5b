package org.egnytereceiver.accounts;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * Lets a few do something slow at a time, and a few more wait for it. Whoever comes when these places are taken is
 * refused at once: everybody may ask, and each who waits keeps a thread that deliveries need as well.
 */
final class Turns {

    private final Semaphore turns;
    private final Semaphore waiting;
    private final Duration patience;

    /** Something that is done when it is one's turn. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {

        T done() throws E;
    }

    Turns(int atATime, int waiting, Duration patience) {
        this.turns = new Semaphore(atATime);
        this.waiting = new Semaphore(waiting);
        this.patience = patience;
    }

    /** @throws Refusal when it is not done, since there is no place, or no turn within the patience */
    <T, E extends Exception> T take(Work<T, E> work) throws E {
        if (!turns.tryAcquire() && !waited()) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }

    private boolean waited() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
