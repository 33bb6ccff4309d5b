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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Inject
    Pace pace;

    private final Lock turn = new ReentrantLock();
    private final AtomicBoolean announcedSinceRefusal = new AtomicBoolean(true);

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

    /**
     * A step takes no more events than memory and time allow, so what it left needs another one.
     *
     * @return whether there is a point in going on: a broker or a database that is away would fail everything else
     */
    private boolean attempt(List<Long> ids) {
        var left = ids;
        while (!left.isEmpty()) {
            try {
                left = afterStep(left);
            } catch (NotAnnounced refused) {
                return afterRefusal(left, refused);
            } catch (PutOff outside) {
                say(outside);
                return left.size() > 1 && apart(shuffled(left));
            } catch (CutOff cut) {
                return afterCutOff(left, cut);
            } catch (RuntimeException failure) {
                return afterFailure(left, failure);
            }
        }
        return true;
    }

    private List<Long> afterStep(List<Long> ids) {
        return limit.keep(shift -> {
            var left = step.work(ids, shift);
            if (shift.isAnnouncing()) {
                announcedSinceRefusal.set(true);
            }
            return left;
        });
    }

    /** When nothing at all is announced it is not the fault of one event, and not worth parting one lot after the other. */
    private boolean afterRefusal(List<Long> ids, NotAnnounced refused) {
        say(refused);
        if (ids.size() > 1) {
            return apart(shuffled(ids));
        }
        return announcedSinceRefusal.getAndSet(false)
                && parted(ids).filter(events -> events.size() > 1 && apart(shuffled(events))).isPresent();
    }

    private boolean afterFailure(List<Long> ids, RuntimeException failure) {
        pace.failed();
        return ids.size() > 1 ? apart(ids) : parted(ids)
                .filter(events -> events.size() > 1 ? apart(events) : events.isEmpty() || attemptAgain(events.get(0), failure))
                .isPresent();
    }

    private boolean apart(List<Long> ids) {
        return ids.stream().allMatch(id -> attempt(List.of(id)));
    }

    /** @return the events of what could not be worked together; empty when it cannot be parted now */
    private Optional<List<Long>> parted(List<Long> ids) {
        try {
            return Optional.of(step.part(ids));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "EGR-4003 events from {0} on put off, they could not be parted: {1}",
                    Long.toString(ids.get(0)), Causes.named(failure));
            return Optional.empty();
        }
    }

    /** In another order each time, so that an event the broker refuses does not stand before the same others for ever. */
    private static List<Long> shuffled(List<Long> ids) {
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    /**
     * Whose turn it was is to blame. Those before it had their turn and go on together; those after it each on its own,
     * since there may be more of the kind. All are parted before it is noted: afterwards its lot does not tell any more
     * what is in it.
     */
    private boolean afterCutOff(List<Long> ids, CutOff cut) {
        pace.failed();
        var culprit = culprit(cut.shift());
        if (culprit.isEmpty()) {
            limit.leave(cut.shift());
            return partedWhenFree(ids, cut).filter(this::apart).isPresent();
        }
        var number = culprit.getAsLong();
        var parted = partedWhenFree(ids, cut);
        return isCutOffNoted(number, cut) && parted.filter(events ->
                attempt(events.stream().filter(id -> id < number).toList())
                && apart(events.stream().filter(id -> id > number).toList())).isPresent();
    }

    private static OptionalLong culprit(Shift shift) {
        return shift.turn().isEmpty() && shift.events().size() == 1
                ? OptionalLong.of(shift.events().get(0))
                : shift.turn();
    }

    /** The transaction that was cut off may hold its locks for a moment longer. */
    private Optional<List<Long>> partedWhenFree(List<Long> ids, CutOff cut) {
        cut.shift().endsWithin(LOCK_TRIES * LOCK_MILLIS);
        return parted(ids);
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
            afterStep(List.of(id));
            return true;
        } catch (PutOff outside) {
            say(outside);
            return false;
        } catch (CutOff cut) {
            return isCutOffNoted(id, cut);
        } catch (RuntimeException again) {
            return isFailureNoted(id, again);
        }
    }

    private static void say(PutOff outside) {
        LOG.log(Level.WARNING, "EGR-4002 work is put off, {0}: {1}", outside.getMessage(), Causes.named(outside.getCause()));
    }

    private boolean isFailureNoted(long id, RuntimeException wrapped) {
        var failure = wrapped instanceof HandlerFailed ? wrapped.getCause() : wrapped;
        return isNoted(id, failure, () -> step.failed(id, reason(failure)));
    }

    /** What fails while the server stops is not the event's fault. */
    private boolean isNoted(long id, Throwable failure, Runnable note) {
        if (!readiness.isReady()) {
            return false;
        }
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
