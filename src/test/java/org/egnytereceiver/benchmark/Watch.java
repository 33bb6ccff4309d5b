package org.egnytereceiver.benchmark;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks once a second at what waits in the receiver. */
final class Watch implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile long oldestSeconds;

    private Watch(Receiver receiver, Consumer<Backlog> also) {
        thread.scheduleWithFixedDelay(() -> receiver.backlog().ifPresent(backlog -> {
            oldestSeconds = Math.max(oldestSeconds, backlog.oldestSeconds());
            also.accept(backlog);
        }), 1, 1, TimeUnit.SECONDS);
    }

    static Watch at(Receiver receiver) {
        return new Watch(receiver, backlog -> { });
    }

    static Watch at(Receiver receiver, Consumer<Backlog> also) {
        return new Watch(receiver, also);
    }

    /** @return age of the oldest waiting event that was ever seen */
    long oldestSeconds() {
        return oldestSeconds;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
