package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Has events worked once more, whatever became of them, with a fresh count of attempts. */
@ApplicationScoped
public class Replay {

    private static final int EVENTS_AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    SearchIndex index;

    @Inject
    Progress progress;

    @Inject
    Event<EventsRecorded> recorded;

    @Inject
    Clock clock;

    /**
     * @param author who asks for it, kept in the event's history
     * @return false when there is no such event
     */
    @Transactional
    public boolean replay(long id, String author) {
        return replay(List.of(id), author) == 1;
    }

    /** @return how many events match */
    @Transactional
    public long matching(EventFilter filter) {
        return Columns.number(index.search(filter).count(journal).getSingleResult());
    }

    /** @return where a replay of many begins: behind everything that was received up to now */
    public PagePosition start() {
        var now = clock.millis() + 1;
        return new PagePosition(now, EntryNumber.firstOf(now));
    }

    /**
     * Replays the next of the matching events, the latest received first, in a transaction of its own.
     *
     * @param after where the step before ended, {@link #start()} for the first one
     * @return what was replayed and where to go on
     */
    @Transactional
    public ReplayStep next(EventFilter filter, PagePosition after, String author) {
        List<?> rows = index.search(filter).behind(after).numbersLatestFirst(journal, EVENTS_AT_ONCE).getResultList();
        var ids = Columns.numbers(rows);
        if (ids.isEmpty()) {
            return new ReplayStep(0, null);
        }
        var last = ids.get(ids.size() - 1);
        return new ReplayStep(replay(ids, author), new PagePosition(EntryNumber.receivedAtMillis(last), last));
    }

    private int replay(List<Long> ids, String author) {
        var replayed = progress.again(ids, author);
        recorded.fire(new EventsRecorded(replayed.lots()));
        return replayed.events();
    }
}
