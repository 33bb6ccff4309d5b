package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Counts without counting the journal: what is open is few and indexed, what is done follows from the sums. */
@ApplicationScoped
public class Statistics {

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
        var open = open();
        var waiting = open.getOrDefault(EntryState.WAITING, 0L);
        var retrying = open.getOrDefault(EntryState.RETRYING, 0L);
        var dead = open.getOrDefault(EntryState.DEAD, 0L);
        var present = sums[1] + sums[5] - sums[6];
        return new Figures(sums[0], sums[1], sums[2], sums[3], sums[4], waiting,
                Math.max(0, present - waiting - retrying - dead), retrying, dead, sums[5], oldestWaitingSeconds());
    }

    private Map<EntryState, Long> open() {
        var open = new EnumMap<EntryState, Long>(EntryState.class);
        for (var row : journal.createNativeQuery("""
                select state, count(*) from journal_progress
                where state in ('WAITING', 'RETRYING', 'DEAD') group by state""").getResultList()) {
            var columns = (Object[]) row;
            open.put(EntryState.valueOf((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return open;
    }

    /** @return the age of the oldest waiting event, in seconds since it was received; 0 when none waits */
    @Transactional
    public long oldestWaitingSeconds() {
        var oldest = (Number) journal.createNativeQuery("""
                select min(entry_id) from journal_progress where state = 'WAITING'""").getSingleResult();
        return oldest == null
                ? 0
                : Math.max(0, clock.millis() - EntryNumber.receivedAtMillis(oldest.longValue())) / 1000;
    }
}
