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
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.journal.StoredEvent;
import org.egnytereceiver.reading.EventReader;

/** The transactions of the asynchronous half: one to work events, one to note that one of them failed. */
@ApplicationScoped
class WorkStep {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Progress progress;

    @Inject
    EventReader reader;

    @Inject
    WorkSettings settings;

    @Inject
    Clock clock;

    @Inject
    @Work
    Event<EgnyteEvent> handlers;

    @Inject
    @Work
    Event<EventsWorked> outlets;

    /** The name is the platform's (Jakarta Transactions, section 4.1). */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    private final RandomGenerator random = RandomGenerator.getDefault();

    /**
     * @return how many of them were there to be worked
     * @throws HandlerFailed      when the handlers of one of them failed; nothing has happened then
     * @throws OutletUnavailable  when their success could not be announced; nothing has happened then
     */
    @Transactional(TxType.REQUIRES_NEW)
    int work(Collection<Long> ids) {
        var events = progress.claim(ids);
        if (events.isEmpty()) {
            return 0;
        }
        handle(events);
        announce(events);
        progress.processed(events.stream().map(StoredEvent::id).toList());
        return events.size();
    }

    /** Flushes, so that what the database refuses is the handlers' failure and not the commit's. */
    private void handle(List<StoredEvent> events) {
        try {
            for (var stored : events) {
                handlers.fire(reader.read(stored.product(), stored.raw()));
            }
            entities.flush();
        } catch (RuntimeException failure) {
            throw new HandlerFailed(failure);
        }
        if (transaction.getRollbackOnly()) {
            throw new HandlerFailed(new IllegalStateException("A handler had the transaction rolled back"));
        }
    }

    private void announce(List<StoredEvent> events) {
        try {
            outlets.fire(new EventsWorked(events));
        } catch (RuntimeException failure) {
            throw new OutletUnavailable(failure);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(long id, String reason) {
        if (progress.claim(List.of(id)).isEmpty()) {
            return;
        }
        var attempts = progress.attempts(id) + 1;
        settings.retryPolicy().delayAfter(attempts, random).ifPresentOrElse(
                delay -> progress.failed(id, reason, clock.instant().plus(delay)),
                () -> progress.buried(id, reason));
    }
}
