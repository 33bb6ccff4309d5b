package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.egnytereceiver.database.Sessions;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.journal.StoredEvent;

/** The transactions of the asynchronous half: one to work events, one to note that one of them failed. */
@ApplicationScoped
class WorkStep {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Progress progress;

    @Inject
    Sessions sessions;

    @Inject
    WorkSettings settings;

    @Inject
    TimeLimit limit;

    @Inject
    Clock clock;

    @Inject
    Handlers handlers;

    @Inject
    Pace pace;

    @Inject
    @Work
    Event<EventsWorked> outlets;

    /** The name is the platform's (Jakarta Transactions, section 4.1). */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** Not the platform's default one: GlassFish hides its provider. */
    private final RandomGenerator random = new Random();

    /**
     * Works the first of them, as many as one step may take.
     *
     * @param ids of lots, and of events that go a way of their own
     * @return what is left of them, for another step
     * @throws HandlerFailed when the handlers of one of them failed; nothing has happened then
     * @throws NotAnnounced  when their success could not be announced; nothing has happened then
     */
    @Transactional(TxType.REQUIRES_NEW)
    List<Long> work(Collection<Long> ids, Shift shift) {
        var claim = progress.claim(ids);
        if (claim.events().isEmpty()) {
            return List.of();
        }
        shift.begins(sessions.current(), claim.events().stream().map(StoredEvent::id).toList());
        var worked = handle(claim.events(), shift);
        shift.announces();
        announce(worked);
        return progress.processed(claim, worked);
    }

    /**
     * Has events go ways of their own.
     *
     * @param ids of lots, and of events that do so already
     * @return the numbers of the events, without those that another worker has
     */
    @Transactional(TxType.REQUIRES_NEW)
    List<Long> part(Collection<Long> ids) {
        return progress.part(ids);
    }

    /**
     * Flushes, so that what the database refuses is the handlers' failure and not the commit's.
     *
     * @return those that had their turn: when handlers are slow, the others are left to the next step, which has a time
     *         limit of its own
     */
    private List<StoredEvent> handle(List<StoredEvent> events, Shift shift) {
        var begun = System.nanoTime();
        var leaveAt = clock.instant().plus(settings.timeLimit().dividedBy(4));
        var worked = new ArrayList<StoredEvent>(events.size());
        try {
            for (var stored : events) {
                shift.isTheTurnOf(stored.id());
                handlers.handle(stored);
                refuseIfCutOff(shift);
                worked.add(stored);
                if (clock.instant().isAfter(leaveAt)) {
                    break;
                }
            }
            shift.isTheTurnOfNobody();
            entities.flush();
            refuseIfCutOff(shift);
        } catch (RuntimeException | Error failure) {
            throw new HandlerFailed(failure);
        }
        if (transaction.getRollbackOnly()) {
            throw new HandlerFailed(new IllegalStateException("A handler had the transaction rolled back"));
        }
        pace.handled(worked.size(), Duration.ofNanos(System.nanoTime() - begun), settings.timeLimit());
        return worked;
    }

    /** A handler may take an interrupt for a reason to return. */
    private static void refuseIfCutOff(Shift shift) {
        if (shift.isCutOff()) {
            throw new IllegalStateException("cut off");
        }
    }

    private void announce(List<StoredEvent> events) {
        try {
            outlets.fire(new EventsWorked(events));
        } catch (RuntimeException failure) {
            throw new NotAnnounced(failure);
        }
    }

    /** Does nothing when another worker has this event, or it is not to be worked any more. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(long id, String reason) {
        if (progress.claimAlone(id)) {
            noteFailure(id, reason);
        }
    }

    /**
     * Notes that an event was cut off, and keeps others from it until it is clear whether its handler lets go of its thread:
     * if it does not, another attempt would cost another thread.
     *
     * @return false when another worker has this event, or it is not to be worked any more
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean cutOff(long id, CutOff cut, String reason) {
        if (!progress.claimAlone(id)) {
            return false;
        }
        if (limit.comesBack(cut.shift())) {
            noteFailure(id, reason);
        } else {
            progress.buried(id, reason + ", and its handler keeps the thread: it is not tried again");
        }
        return true;
    }

    private void noteFailure(long id, String reason) {
        var attempts = progress.attempts(id) + 1;
        settings.retryPolicy().delayAfter(attempts, random).ifPresentOrElse(
                delay -> progress.failed(id, reason, clock.instant().plus(delay)),
                () -> progress.buried(id, reason));
    }
}
