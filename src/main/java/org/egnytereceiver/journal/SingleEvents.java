package org.egnytereceiver.journal;

import static org.egnytereceiver.journal.Columns.number;
import static org.egnytereceiver.journal.Columns.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The state of the work on events that go a way of their own: each has a row in {@code journal_progress}, and only here
 * does it change. {@link Lots} adds the rows.
 */
@ApplicationScoped
class SingleEvents {

    private static final int LONGEST_REASON = 2000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    Tally tally;

    @Inject
    Clock clock;

    /**
     * An event that is to be worked now, and is locked.
     *
     * @param size characters of it, raw
     */
    record Waiting(long id, long size) {

        private static Waiting of(Object[] columns) {
            return new Waiting(number(columns[0]), number(columns[1]));
        }
    }

    /** @return those of the events that are to be worked now, in order, locked; without those that others hold */
    List<Waiting> claim(Collection<Long> ids) {
        List<?> rows = journal.createNativeQuery("""
                select entry_id, size from journal_progress
                where entry_id = any(cast(?1 as bigint array))
                    and (state = 'WAITING' or (state = 'RETRYING' and due_at <= ?2))
                order by entry_id for update skip locked""")
                .setParameter(1, ids.toArray(Long[]::new))
                .setParameter(2, clock.millis())
                .getResultList();
        return rows.stream().map(row -> Waiting.of((Object[]) row)).toList();
    }

    /** @return at most so many failed events that may be tried again, the longest due first */
    List<Long> due(int limit) {
        return numbers(journal.createNativeQuery("""
                select entry_id from journal_progress where state = 'RETRYING' and due_at <= ?1
                order by due_at limit ?2""")
                .setParameter(1, clock.millis())
                .setParameter(2, limit)
                .getResultList());
    }

    /** @return how often the work on this event was tried before */
    int attempts(long id) {
        return (int) number(journal.createNativeQuery("select attempts from journal_progress where entry_id = ?1")
                .setParameter(1, id)
                .getSingleResult());
    }

    /** The work on these events, which are locked, is done. */
    void processed(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            move(ids, EntryState.PROCESSED, "attempts = attempts + 1, worked_at = cast(?4 as bigint)", clock.millis());
        }
    }

    /** The work on this event, which is locked, failed. */
    void failed(long id, EntryState next, Instant due, String reason) {
        move(List.of(id), next, "attempts = attempts + 1, due_at = cast(?4 as bigint)", due.toEpochMilli());
        journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind, detail) values (?1, ?2, ?3, ?4)""")
                .setParameter(1, id)
                .setParameter(2, clock.millis())
                .setParameter(3, "FAILED")
                .setParameter(4, Storable.text(shortened(reason)))
                .executeUpdate();
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    /**
     * Has those of the events that go a way of their own wait as if they had just come.
     *
     * @return their numbers, in order
     */
    List<Long> again(Collection<Long> ids) {
        var locked = numbers(journal.createNativeQuery("""
                select entry_id from journal_progress where entry_id = any(cast(?1 as bigint array))
                order by entry_id for update""")
                .setParameter(1, ids.toArray(Long[]::new))
                .getResultList());
        var processed = journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind) select entry_id, worked_at, 'PROCESSED'
                from journal_progress where entry_id = any(cast(?1 as bigint array)) and worked_at is not null""")
                .setParameter(1, locked.toArray(Long[]::new))
                .executeUpdate();
        tally.processed(-processed);
        move(locked, EntryState.WAITING, "attempts = 0, worked_at = null, due_at = cast(?4 as bigint)", null);
        return locked;
    }

    /** The only statement that changes the state of such an event; one that may not follow is a mistake of ours. */
    private void move(Collection<Long> ids, EntryState next, String values, Long time) {
        var moved = journal.createNativeQuery("update journal_progress set state = ?1, " + values + """
                 where entry_id = any(cast(?2 as bigint array)) and state = any(cast(?3 as varchar array))""")
                .setParameter(1, next.name())
                .setParameter(2, ids.toArray(Long[]::new))
                .setParameter(3, next.predecessors())
                .setParameter(4, time)
                .executeUpdate();
        if (moved != ids.size()) {
            throw new IllegalStateException(moved + " of " + ids.size() + " events could become " + next);
        }
    }
}
