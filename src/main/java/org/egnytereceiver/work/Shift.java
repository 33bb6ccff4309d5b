package org.egnytereceiver.work;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One run of a step on a thread of its own: what must be known to cut it off, and to say what it was at then. */
final class Shift {

    private static final long NOBODY = Long.MIN_VALUE;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile String session;
    private volatile List<Long> events = List.of();
    private volatile long turn = NOBODY;
    private volatile boolean announcing;
    private volatile boolean cutOff;

    <T> T work(Function<Shift, T> step) {
        try {
            return step.apply(this);
        } finally {
            ended.complete(null);
        }
    }

    /**
     * @param session the database's name for the transaction it works in
     * @param events  what it holds there
     */
    void begins(String session, List<Long> events) {
        this.events = events;
        this.session = session;
    }

    /** The handlers of this event have their turn. */
    void isTheTurnOf(long event) {
        turn = event;
    }

    /** The handlers of all events had their turn. */
    void isTheTurnOfNobody() {
        turn = NOBODY;
    }

    /** From here on it is the outside world that takes its time. */
    void announces() {
        announcing = true;
    }

    /** @return the database's name for its transaction, or null before that began */
    String session() {
        return session;
    }

    /** @return the numbers of the events that it works */
    List<Long> events() {
        return events;
    }

    /** @return the event whose handlers have their turn */
    OptionalLong turn() {
        var event = turn;
        return event == NOBODY ? OptionalLong.empty() : OptionalLong.of(event);
    }

    boolean isAnnouncing() {
        return announcing;
    }

    /** From here on nothing that it does may take effect. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** @return whether its thread lets go of it within that time */
    boolean endsWithin(long millis) {
        try {
            ended.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException hangs) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void whenItEnds(Runnable action) {
        ended.thenRun(action);
    }
}
