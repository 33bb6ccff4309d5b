package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets go of what was processed, is indexed for searches and is older than the retention. What still waits, or is dead, is
 * kept.
 */
@ApplicationScoped
class Retention {

    private static final int ROWS_AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    JournalSettings settings;

    @Inject
    Lots lots;

    @Inject
    Tally tally;

    @Inject
    Clock clock;

    /** @return whether there may be more to let go of, which is not for another node that is at it */
    @Transactional
    public boolean removeExpired() {
        var expired = expired(clock.instant().minus(settings.retention()).toEpochMilli());
        var locked = lots.lock(expired.stream().map(Expired::id).toList());
        var ids = stillProcessed(expired.stream().filter(event -> event.lot() == null || locked.contains(event.lot()))
                .map(Expired::id).toList()).toArray(Long[]::new);
        if (ids.length == 0) {
            return false;
        }
        List.of("journal_note", "journal_sighting", "journal_search", "journal_progress").forEach(table -> delete(table, "entry_id", ids));
        var removed = delete("journal_entry", "id", ids);
        lots.removeEmpty(locked);
        tally.expired(removed);
        return removed == ROWS_AT_ONCE;
    }

    private List<Expired> expired(long before) {
        List<?> rows = journal.createNativeQuery("""
                select e.id, e.lot from journal_entry e
                    left join journal_progress p on p.entry_id = e.id left join journal_lot l on l.id = e.lot
                where e.id < ?1 and coalesce(p.state, l.state) = 'PROCESSED'
                    and exists (select 1 from journal_search s where s.entry_id = e.id)
                order by e.id limit ?2""")
                .setParameter(1, EntryNumber.firstOf(before))
                .setParameter(2, ROWS_AT_ONCE)
                .getResultList();
        return rows.stream().map(row -> Expired.of((Object[]) row)).toList();
    }

    /**
     * Somebody may just have asked for a replay. Events get rows of their own under the lock of their lot, which is held
     * here: those without one are as they were, or gone.
     */
    private Set<Long> stillProcessed(List<Long> ids) {
        var processed = new TreeSet<>(ids);
        var own = " from journal_progress where entry_id = any(cast(?1 as bigint array))";
        processed.removeAll(numbers("select entry_id" + own, ids));
        processed.addAll(numbers("select entry_id" + own + " and state = 'PROCESSED' for update skip locked", ids));
        return processed;
    }

    private Set<Long> numbers(String select, List<Long> ids) {
        List<?> rows = journal.createNativeQuery(select).setParameter(1, ids.toArray(Long[]::new)).getResultList();
        return Set.copyOf(Columns.numbers(rows));
    }

    /** @return how many were still there: another node may have been at the same ones */
    private int delete(String table, String column, Long[] ids) {
        return journal.createNativeQuery("delete from " + table + " where " + column + " = any(cast(?1 as bigint array))")
                .setParameter(1, ids)
                .executeUpdate();
    }

    /** An event that was processed, and the lot it came in, if any. */
    private record Expired(long id, Long lot) {

        static Expired of(Object[] columns) {
            return new Expired(Columns.number(columns[0]), Columns.numberOrNull(columns[1]));
        }
    }
}
