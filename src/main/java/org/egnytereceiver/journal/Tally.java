package org.egnytereceiver.journal;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.egnytereceiver.delivery.DeliveryReceived;

/**
 * What was done since the first start, counted in the same transactions. A row is added for each group of deliveries and
 * each step of the work, and summed up later; with that what is new in it comes into the {@link SearchIndex}.
 */
@ApplicationScoped
class Tally {

    private static final int ROWS_AT_ONCE = 300;

    /** More in one transaction would be more for the disk to write before the next delivery can be committed. */
    private static final int EVENTS_AT_ONCE = 1_000;

    /** Events of nodes whose clocks are further apart are not indexed by one statement, with all that lies in between. */
    private static final long NEAR = EntryNumber.between(Duration.ofSeconds(1));

    private static final List<String> COUNTS = List.of(
            "received", "stored", "duplicates", "quarantined", "conflicts", "released", "expired", "processed");
    private static final String COLUMNS = String.join(", ", COUNTS);

    static final int STORED = COUNTS.indexOf("stored");
    static final int RELEASED = COUNTS.indexOf("released");
    static final int EXPIRED = COUNTS.indexOf("expired");
    static final int PROCESSED = COUNTS.indexOf("processed");

    @PersistenceContext
    EntityManager journal;

    @Inject
    SearchIndex index;

    /** @param fresh numbers of the events that are new */
    void delivered(List<DeliveryReceived> deliveries, Collection<Long> fresh, long duplicates, long conflicts) {
        long events = 0;
        long quarantined = 0;
        for (var received : deliveries) {
            events += received.delivery().events().size();
            quarantined += received.delivery().unreadable().size();
        }
        if (events + quarantined > 0) {
            insert(fresh, events + quarantined, events - duplicates, duplicates, quarantined, conflicts, 0, 0, 0);
        }
    }

    /** @param fresh numbers of the events that are new */
    void released(Collection<Long> fresh) {
        insert(fresh, 0, 0, 0, 0, 0, fresh.size(), 0, 0);
    }

    /** @param events so many processed ones */
    void expired(long events) {
        insert(List.of(), 0, 0, 0, 0, 0, 0, events, -events);
    }

    /** @param events so many more are processed now, or less */
    void processed(long events) {
        if (events != 0) {
            insert(List.of(), 0, 0, 0, 0, 0, 0, 0, events);
        }
    }

    /** @return the sums of received, stored, duplicates, quarantined, conflicts, released, expired, processed */
    long[] sums() {
        var row = (Object[]) journal.createNativeQuery(COUNTS.stream().map("coalesce(sum(%s), 0)"::formatted)
                .collect(joining(", ", "select ", " from journal_tally"))).getSingleResult();
        return counts(row, 0);
    }

    /**
     * Replaces many rows by their sum, and has searches find what is new in them. Nodes that do so at the same time take
     * different rows.
     *
     * @return whether there is more to do at once
     */
    @Transactional
    public boolean sumUp() {
        var rows = locked();
        if (rows.size() < 2 && rows.stream().noneMatch(Row::hasNewEvents)) {
            return false;
        }
        var taken = rows.subList(0, together(rows));
        index(taken.stream().filter(Row::hasNewEvents).sorted(Comparator.comparing(Row::first)).toList());
        journal.createNativeQuery("delete from journal_tally where id = any(cast(?1 as bigint array))")
                .setParameter(1, taken.stream().map(Row::id).toArray(Long[]::new))
                .executeUpdate();
        insert(List.of(), sums(taken));
        return taken.size() < rows.size() || rows.size() == ROWS_AT_ONCE;
    }

    private List<Row> locked() {
        List<?> rows = journal.createNativeQuery("select id, " + COLUMNS + ", first_entry, last_entry"
                        + " from journal_tally order by id limit ?1 for update skip locked")
                .setParameter(1, ROWS_AT_ONCE)
                .getResultList();
        return rows.stream().map(row -> Row.of((Object[]) row)).toList();
    }

    /** @return how many of the rows, the oldest first, have no more new events than are to be indexed at once */
    private static int together(List<Row> rows) {
        var events = 0L;
        for (var i = 0; i < rows.size(); i++) {
            var more = rows.get(i).newEvents();
            if (events > 0 && events + more > EVENTS_AT_ONCE) {
                return i;
            }
            events += more;
        }
        return rows.size();
    }

    private void index(List<Row> inOrder) {
        for (var i = 0; i < inOrder.size();) {
            var first = inOrder.get(i).first();
            var last = inOrder.get(i).last();
            for (i++; i < inOrder.size() && inOrder.get(i).first() - last < NEAR; i++) {
                last = Math.max(last, inOrder.get(i).last());
            }
            index.add(first, last);
        }
    }

    private static long[] sums(List<Row> rows) {
        var sums = new long[COUNTS.size()];
        for (var row : rows) {
            for (var i = 0; i < COUNTS.size(); i++) {
                sums[i] += row.counts()[i];
            }
        }
        return sums;
    }

    private void insert(Collection<Long> fresh, long... counts) {
        var insert = journal.createNativeQuery("insert into journal_tally (" + COLUMNS + ", first_entry, last_entry)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as bigint), cast(?10 as bigint))");
        for (var i = 0; i < counts.length; i++) {
            insert.setParameter(i + 1, counts[i]);
        }
        insert.setParameter(counts.length + 1, fresh.isEmpty() ? null : Collections.min(fresh));
        insert.setParameter(counts.length + 2, fresh.isEmpty() ? null : Collections.max(fresh));
        insert.executeUpdate();
    }

    private static long[] counts(Object[] row, int from) {
        var counts = new long[COUNTS.size()];
        for (var i = 0; i < COUNTS.size(); i++) {
            counts[i] = Columns.number(row[from + i]);
        }
        return counts;
    }

    /** A row, and the lowest and highest number of its events that searches may not find yet; null when there are none. */
    private record Row(long id, long[] counts, Long first, Long last) {

        static Row of(Object[] columns) {
            return new Row(Columns.number(columns[0]), Tally.counts(columns, 1),
                    Columns.numberOrNull(columns[COUNTS.size() + 1]), Columns.numberOrNull(columns[COUNTS.size() + 2]));
        }

        boolean hasNewEvents() {
            return first != null;
        }

        long newEvents() {
            return hasNewEvents() ? counts[STORED] + counts[RELEASED] : 0;
        }
    }
}
