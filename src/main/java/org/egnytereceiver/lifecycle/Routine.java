package org.egnytereceiver.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Something that is done again and again until it is stopped, on a thread of its own: a server's scheduler may have one
 * thread for everything, and what takes long there holds up what must not be held up.
 */
public final class Routine {

    private final Duration pause;
    private final Runnable task;
    private final Consumer<Throwable> failures;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Routine(Duration pause, Runnable task, Consumer<Throwable> failures) {
        this.pause = pause;
        this.task = task;
        this.failures = failures;
    }

    /**
     * @param pause    before each time, the first one included
     * @param failures told what the task throws, errors as well; none of them is the end of it
     */
    public static Routine started(ThreadFactory threads, Duration pause, Runnable task, Consumer<Throwable> failures) {
        var routine = new Routine(pause, task, failures);
        threads.newThread(routine::run).start();
        return routine;
    }

    /** It is not begun again. */
    public void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            failures.accept(failure);
        }
    }
}
