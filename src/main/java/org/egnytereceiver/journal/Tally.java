package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.egnytereceiver.delivery.DeliveryReceived;

/** What the entrance did since the first start, in the same transactions as what it did. */
@ApplicationScoped
class Tally {

    private static final int ROWS_AT_ONCE = 10_000;
    private static final int COUNTS = 7;

    @PersistenceContext
    EntityManager journal;

    void delivered(List<DeliveryReceived> deliveries, long duplicates, long conflicts) {
        long events = 0;
        long quarantined = 0;
        for (var received : deliveries) {
            events += received.delivery().events().size();
            quarantined += received.delivery().unreadable().size();
        }
        if (events + quarantined > 0) {
            insert(new long[] {events + quarantined, events - duplicates, duplicates, quarantined, conflicts, 0, 0});
        }
    }

    void released(long events) {
        insert(new long[] {0, 0, 0, 0, 0, events, 0});
    }

    void expired(long events) {
        insert(new long[] {0, 0, 0, 0, 0, 0, events});
    }

    /** @return the sums of received, stored, duplicates, quarantined, conflicts, released, expired */
    long[] sums() {
        var row = (Object[]) journal.createNativeQuery("""
                select coalesce(sum(received), 0), coalesce(sum(stored), 0), coalesce(sum(duplicates), 0),
                    coalesce(sum(quarantined), 0), coalesce(sum(conflicts), 0), coalesce(sum(released), 0),
                    coalesce(sum(expired), 0)
                from journal_tally""").getSingleResult();
        return counts(row, 0);
    }

    /** Replaces many rows by their sum. Nodes that do so at the same time take different rows. */
    @Transactional
    public void sumUp() {
        List<?> rows = journal.createNativeQuery("""
                select id, received, stored, duplicates, quarantined, conflicts, released, expired
                from journal_tally order by id limit ?1 for update skip locked""")
                .setParameter(1, ROWS_AT_ONCE)
                .getResultList();
        if (rows.size() < 2) {
            return;
        }
        var sums = new long[COUNTS];
        for (var row : rows) {
            var counts = counts((Object[]) row, 1);
            for (var i = 0; i < COUNTS; i++) {
                sums[i] += counts[i];
            }
        }
        var ids = rows.stream().map(row -> ((Number) ((Object[]) row)[0]).longValue()).toArray(Long[]::new);
        journal.createNativeQuery("delete from journal_tally where id = any(cast(?1 as bigint array))")
                .setParameter(1, ids)
                .executeUpdate();
        insert(sums);
    }

    private void insert(long[] counts) {
        var insert = journal.createNativeQuery("""
                insert into journal_tally
                    (received, stored, duplicates, quarantined, conflicts, released, expired)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""");
        for (var i = 0; i < COUNTS; i++) {
            insert.setParameter(i + 1, counts[i]);
        }
        insert.executeUpdate();
    }

    private static long[] counts(Object[] row, int from) {
        var counts = new long[COUNTS];
        for (var i = 0; i < COUNTS; i++) {
            counts[i] = ((Number) row[from + i]).longValue();
        }
        return counts;
    }
}
