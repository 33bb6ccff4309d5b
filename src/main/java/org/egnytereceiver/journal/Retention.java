package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

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
    Tally tally;

    @Inject
    Clock clock;

    /** @return whether there may be more to let go of, which is not for another node that is at it */
    @Transactional
    public boolean removeExpired() {
        var before = clock.instant().minus(settings.retention()).toEpochMilli();
        List<?> expired = journal.createNativeQuery("""
                select p.entry_id from journal_entry e join journal_progress p on p.entry_id = e.id
                where e.id < ?1 and p.state = 'PROCESSED'
                    and exists (select 1 from journal_search s where s.entry_id = e.id)
                order by e.id limit ?2""")
                .setParameter(1, EntryNumber.firstOf(before))
                .setParameter(2, ROWS_AT_ONCE)
                .getResultList();
        var ids = lock(expired.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new));
        if (ids.length > 0) {
            List.of("journal_note", "journal_sighting", "journal_search", "journal_progress").forEach(table -> delete(table, "entry_id", ids));
            delete("journal_entry", "id", ids);
            tally.expired(ids.length);
        }
        return ids.length == ROWS_AT_ONCE;
    }

    /** Another node may be at the same rows, and somebody may just have asked for a replay. */
    private Long[] lock(Long[] ids) {
        List<?> locked = journal.createNativeQuery("""
                select entry_id from journal_progress
                where entry_id = any(cast(?1 as bigint array)) and state = 'PROCESSED' for update skip locked""")
                .setParameter(1, ids)
                .getResultList();
        return locked.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new);
    }

    private void delete(String table, String column, Long[] ids) {
        journal.createNativeQuery("delete from " + table + " where " + column + " = any(cast(?1 as bigint array))")
                .setParameter(1, ids)
                .executeUpdate();
    }
}
