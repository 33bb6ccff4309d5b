package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObserverException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.egnytereceiver.lifecycle.Precedence;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.problem.Causes;
import org.egnytereceiver.problem.Outage;

/**
 * Works events together as long as that goes well, and each on its own when one of them fails, so that it holds up no
 * other.
 */
@ApplicationScoped
class Workbench {

    private static final Logger LOG = System.getLogger(Workbench.class.getName());

    /** Between two messages while deliveries need the machine. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final int LOCK_TRIES = 20;
    private static final int LOCK_MILLIS = 50;

    @Inject
    TimeLimit limit;

    @Inject
    WorkStep step;

    @Inject
    Sweeper sweeper;

    @Inject
    Readiness readiness;

    @Inject
    Precedence precedence;

    private final Lock turn = new ReentrantLock();

    /** Never throws: what could not be done now is in the journal, and found there again. */
    void work(List<Long> ids) {
        try {
            awaitTurn();
            var place = precedence.place(LONGEST_PAUSE);
            try {
                if (readiness.isReady() && !attempt(ids)) {
                    sweeper.lookSoon();
                }
            } finally {
                place.leave();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** One after the other, so that all of them together take no more than one message per pause. */
    private void awaitTurn() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            precedence.giveWay(LONGEST_PAUSE);
        } finally {
            turn.unlock();
        }
    }

    /** @return whether there is a point in going on: a broker or a database that is away would fail everything else */
    private boolean attempt(List<Long> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        try {
            workAll(ids);
            return true;
        } catch (PutOff outside) {
            say(outside, ids.size());
            return ids.size() > 1 && apart(shuffled(ids));
        } catch (CutOff cut) {
            return afterCutOff(ids, cut);
        } catch (RuntimeException failure) {
            return ids.size() > 1 ? apart(ids) : attemptAgain(ids.get(0), failure);
        }
    }

    /** A step takes no more events than memory and time allow, so what it left needs another one. */
    private void workAll(List<Long> ids) {
        var worked = limit.keep(shift -> step.work(ids, shift));
        while (0 < worked && worked < ids.size()) {
            worked = limit.keep(shift -> step.work(ids, shift));
        }
    }

    private boolean apart(List<Long> ids) {
        return ids.stream().allMatch(id -> attempt(List.of(id)));
    }

    /** In another order each time, so that an event the broker refuses does not stand before the same others for ever. */
    private static List<Long> shuffled(List<Long> ids) {
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    /**
     * Whose turn it was is to blame. Those before it had their turn and go on together; those after it each on its own,
     * since there may be more of the kind.
     */
    private boolean afterCutOff(List<Long> ids, CutOff cut) {
        if (ids.size() > 1 && cut.shift().turn().isEmpty()) {
            limit.leave(cut.shift());
            return apart(ids);
        }
        var culprit = cut.shift().turn().orElse(ids.get(0));
        return isCutOffNoted(culprit, cut)
                && attempt(ids.stream().filter(id -> id < culprit).toList())
                && apart(ids.stream().filter(id -> id > culprit).toList());
    }

    private boolean isCutOffNoted(long id, CutOff cut) {
        try {
            return isNoted(id, cut, () -> noteWhenFree(id, cut));
        } finally {
            limit.leave(cut.shift());
        }
    }

    /** The transaction that was cut off may hold its locks for a moment longer. */
    private void noteWhenFree(long id, CutOff cut) {
        for (var tries = LOCK_TRIES; !step.cutOff(id, cut, reason(cut)) && tries > 0; tries--) {
            cut.shift().endsWithin(LOCK_MILLIS);
        }
    }

    /** That the database was away is not the event's fault, unless that happens to it twice in a row. */
    private boolean attemptAgain(long id, RuntimeException failure) {
        if (!Outage.isBehind(failure)) {
            return isFailureNoted(id, failure);
        }
        try {
            workAll(List.of(id));
            return true;
        } catch (PutOff outside) {
            say(outside, 1);
            return false;
        } catch (CutOff cut) {
            return isCutOffNoted(id, cut);
        } catch (RuntimeException again) {
            return isFailureNoted(id, again);
        }
    }

    private static void say(PutOff outside, int events) {
        LOG.log(Level.WARNING, "EGR-4002 {0} events put off, {1}: {2}",
                events, outside.getMessage(), Causes.named(outside.getCause()));
    }

    private boolean isFailureNoted(long id, RuntimeException wrapped) {
        var failure = wrapped instanceof HandlerFailed ? wrapped.getCause() : wrapped;
        return isNoted(id, failure, () -> step.failed(id, reason(failure)));
    }

    private static boolean isNoted(long id, Throwable failure, Runnable note) {
        LOG.log(Level.WARNING, "EGR-4001 the work on event {0} failed: {1}", Long.toString(id), Causes.named(failure));
        try {
            note.run();
            return true;
        } catch (RuntimeException notNoted) {
            LOG.log(Level.WARNING, "EGR-4003 event {0} put off, its failure could not be noted: {1}",
                    Long.toString(id), Causes.named(notNoted));
            return false;
        }
    }

    /**
     * CDI wraps the checked exceptions of observers; what the handler said is inside. Of a driver's message only the first
     * line is kept, since the others are its statement.
     */
    private static String reason(Throwable wrapped) {
        var failure = wrapped instanceof ObserverException && wrapped.getCause() != null ? wrapped.getCause() : wrapped;
        var firstLine = Stream.ofNullable(failure.getMessage()).flatMap(String::lines).filter(line -> !line.isBlank()).findFirst();
        return failure.getClass().getSimpleName() + firstLine.map(line -> ": " + line.strip()).orElse("");
    }
}
