package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The state of the work on each event, and the only place where it changes. A message says which events to look at;
 * what is written here says whether there is something to do.
 */
@ApplicationScoped
public class Progress {

    /** Characters of raw events that one claim may bring into memory. */
    private static final long LARGEST_CLAIM = 4L << 20;

    private static final int LONGEST_REASON = 2000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    Tally tally;

    @Inject
    Clock clock;

    /** @param sizes of the raw events, in characters */
    void begin(List<Long> ids, List<Integer> sizes) {
        journal.createNativeQuery("""
                insert into journal_progress (entry_id, state, attempts, size) select id, 'WAITING', 0, size
                from unnest(cast(?1 as bigint array), cast(?2 as integer array)) as fresh (id, size)""")
                .setParameter(1, array(ids))
                .setParameter(2, sizes.toArray(Integer[]::new))
                .executeUpdate();
    }

    /**
     * Locks those of the events that are to be worked now, until the transaction ends. What another worker holds, what
     * is done, dead or not due yet is left out, and what would be too large to be held in memory together.
     *
     * @return the events, by their journal numbers, ascending
     */
    @Transactional(TxType.MANDATORY)
    public List<StoredEvent> claim(Collection<Long> ids) {
        List<?> rows = journal.createNativeQuery("""
                select entry_id, size from journal_progress
                where entry_id = any(cast(?1 as bigint array))
                    and (state = 'WAITING' or (state = 'RETRYING' and due_at <= ?2))
                order by entry_id for update skip locked""")
                .setParameter(1, array(ids))
                .setParameter(2, clock.millis())
                .getResultList();
        var claimed = heldTogether(rows);
        if (claimed.isEmpty()) {
            return List.of();
        }
        return journal.createNamedQuery(JournalEntry.BY_IDS, JournalEntry.class)
                .setParameter(1, array(claimed))
                .getResultStream()
                .map(this::detached)
                .toList();
    }

    private static List<Long> heldTogether(List<?> rows) {
        var claimed = new ArrayList<Long>(rows.size());
        var size = 0L;
        for (var row : rows) {
            var columns = (Object[]) row;
            size += ((Number) columns[1]).longValue();
            if (size > LARGEST_CLAIM && !claimed.isEmpty()) {
                break;
            }
            claimed.add(((Number) columns[0]).longValue());
        }
        return claimed;
    }

    /** What is only read need not be watched for changes. */
    private StoredEvent detached(JournalEntry entry) {
        journal.detach(entry);
        return entry.toStoredEvent();
    }

    /** The work on these claimed events is done. */
    @Transactional(TxType.MANDATORY)
    public void processed(Collection<Long> ids) {
        move(ids, EntryState.PROCESSED, "attempts = attempts + 1, worked_at = cast(?4 as bigint)", clock.millis());
        tally.processed(ids.size());
    }

    /** @return how often the work on this claimed event was tried before */
    @Transactional(TxType.MANDATORY)
    public int attempts(long id) {
        return ((Number) journal.createNativeQuery("select attempts from journal_progress where entry_id = ?1")
                .setParameter(1, id)
                .getSingleResult()).intValue();
    }

    /** The work on this claimed event failed; it is tried again when it is due. */
    @Transactional(TxType.MANDATORY)
    public void failed(long id, String reason, Instant due) {
        fail(id, EntryState.RETRYING, due, reason);
    }

    /** The work on this claimed event failed for the last time. */
    @Transactional(TxType.MANDATORY)
    public void buried(long id, String reason) {
        fail(id, EntryState.DEAD, clock.instant(), reason);
    }

    /** @return those of the events that exist, now waiting as if they had just come */
    @Transactional(TxType.MANDATORY)
    List<Long> again(List<Long> ids, String author) {
        var locked = numbers(journal.createNativeQuery("""
                select entry_id from journal_progress where entry_id = any(cast(?1 as bigint array))
                order by entry_id for update""")
                .setParameter(1, array(ids))
                .getResultList());
        var processed = journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind) select entry_id, worked_at, 'PROCESSED'
                from journal_progress where entry_id = any(cast(?1 as bigint array)) and worked_at is not null""")
                .setParameter(1, array(locked))
                .executeUpdate();
        tally.processed(-processed);
        move(locked, EntryState.WAITING, "attempts = 0, worked_at = null, due_at = cast(?4 as bigint)", null);
        journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind, author)
                select id, cast(?1 as bigint), 'REPLAYED', cast(?2 as varchar)
                from unnest(cast(?3 as bigint array)) as replayed (id)""")
                .setParameter(1, clock.millis())
                .setParameter(2, author)
                .setParameter(3, array(locked))
                .executeUpdate();
        return locked;
    }

    private void fail(long id, EntryState state, Instant due, String reason) {
        move(List.of(id), state, "attempts = attempts + 1, due_at = cast(?4 as bigint)", due.toEpochMilli());
        journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind, detail) values (?1, ?2, ?3, ?4)""")
                .setParameter(1, id)
                .setParameter(2, clock.millis())
                .setParameter(3, "FAILED")
                .setParameter(4, Storable.text(shortened(reason)))
                .executeUpdate();
    }

    /** The only statement that changes a state; one that may not follow is a mistake of ours. */
    private void move(Collection<Long> ids, EntryState next, String values, Long time) {
        var moved = journal.createNativeQuery("update journal_progress set state = ?1, " + values + """
                 where entry_id = any(cast(?2 as bigint array)) and state = any(cast(?3 as varchar array))""")
                .setParameter(1, next.name())
                .setParameter(2, array(ids))
                .setParameter(3, next.predecessors())
                .setParameter(4, time)
                .executeUpdate();
        if (moved != ids.size()) {
            throw new IllegalStateException(moved + " of " + ids.size() + " events could become " + next);
        }
    }

    /**
     * Finds events that wait.
     *
     * @param after  the number of an event; only later ones are looked for
     * @param before only what was received before this moment is looked for
     * @return at most {@code limit} journal numbers, the oldest first
     */
    @Transactional
    public List<Long> waiting(long after, Instant before, int limit) {
        return numbers(journal.createNativeQuery("""
                select entry_id from journal_progress where state = 'WAITING' and entry_id > ?1 and entry_id < ?2
                order by entry_id limit ?3""")
                .setParameter(1, after)
                .setParameter(2, EntryNumber.firstOf(before.toEpochMilli()))
                .setParameter(3, limit)
                .getResultList());
    }

    /** @return how many of the events are still to be worked, now */
    @Transactional
    public int open(Collection<Long> ids) {
        return ((Number) journal.createNativeQuery("""
                select count(*) from journal_progress
                where entry_id = any(cast(?1 as bigint array))
                    and (state = 'WAITING' or (state = 'RETRYING' and due_at <= ?2))""")
                .setParameter(1, array(ids))
                .setParameter(2, clock.millis())
                .getSingleResult()).intValue();
    }

    /** @return at most {@code limit} journal numbers of failed events that may be tried again, the longest due first */
    @Transactional
    public List<Long> due(int limit) {
        return numbers(journal.createNativeQuery("""
                select entry_id from journal_progress where state = 'RETRYING' and due_at <= ?1
                order by due_at limit ?2""")
                .setParameter(1, clock.millis())
                .setParameter(2, limit)
                .getResultList());
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private static List<Long> numbers(List<?> rows) {
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }
}
