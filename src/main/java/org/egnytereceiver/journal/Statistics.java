package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts without counting the journal: what failed is indexed and supposed to be few, what is done follows from the
 * sums, and so does what waits when that is much.
 */
@ApplicationScoped
public class Statistics {

    /** Rows, each for a lot or an event of its own way: a million of them take two processors half a second to count. */
    private static final int MOST_TO_COUNT = 10_000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    Tally tally;

    @Inject
    Clock clock;

    /** @return the present figures */
    @Transactional
    public Figures figures() {
        var sums = tally.sums();
        var failed = failed();
        var retrying = failed.getOrDefault(EntryState.RETRYING, 0L);
        var dead = failed.getOrDefault(EntryState.DEAD, 0L);
        var others = Math.max(0, sums[Tally.STORED] + sums[Tally.RELEASED] - sums[Tally.EXPIRED] - retrying - dead);
        var waiting = waiting().orElse(Math.max(MOST_TO_COUNT, others - sums[Tally.PROCESSED]));
        return new Figures(sums[0], sums[1], sums[2], sums[3], sums[4], waiting,
                Math.max(0, others - waiting), retrying, dead, sums[Tally.RELEASED], oldestWaitingSeconds());
    }

    /** @return empty when they are too many to be counted */
    private OptionalLong waiting() {
        var counted = (Object[]) journal.createNativeQuery("""
                select count(*), coalesce(sum(events), 0) from (
                    (select events from journal_lot where state = 'WAITING' order by id limit ?1)
                    union all
                    (select 1 from journal_progress where state = 'WAITING' order by entry_id limit ?1)) as waiting""")
                .setParameter(1, MOST_TO_COUNT + 1)
                .getSingleResult();
        return Columns.number(counted[0]) > MOST_TO_COUNT
                ? OptionalLong.empty()
                : OptionalLong.of(Columns.number(counted[1]));
    }

    private Map<EntryState, Long> failed() {
        var failed = new EnumMap<EntryState, Long>(EntryState.class);
        for (var row : journal.createNativeQuery("""
                select state, count(*) from journal_progress where state in ('RETRYING', 'DEAD') group by state""")
                .getResultList()) {
            var columns = (Object[]) row;
            failed.put(EntryState.valueOf((String) columns[0]), Columns.number(columns[1]));
        }
        return failed;
    }

    /** @return the age of the oldest waiting event, in seconds since it was received; 0 when none waits */
    @Transactional
    public long oldestWaitingSeconds() {
        var oldest = (Number) journal.createNativeQuery("""
                select min(id) from (
                    select min(id) as id from journal_lot where state = 'WAITING'
                    union all
                    select min(entry_id) from journal_progress where state = 'WAITING') as oldest""").getSingleResult();
        return oldest == null
                ? 0
                : Math.max(0, clock.millis() - EntryNumber.receivedAtMillis(oldest.longValue())) / 1000;
    }
}
