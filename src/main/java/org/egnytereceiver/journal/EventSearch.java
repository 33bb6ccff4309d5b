package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into the journal. */
@ApplicationScoped
public class EventSearch {

    @PersistenceContext
    EntityManager journal;

    @Inject
    SearchIndex index;

    /**
     * @param after the end of the page before, or null for the first page
     * @return at most {@code limit} events, the latest received first
     */
    @Transactional
    public List<JournalRow> latest(EventFilter filter, PagePosition after, int limit) {
        List<?> rows = index.search(filter).behind(after).latestFirst(journal, limit).getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    /** @return how many characters the JSON of the event with this number has, if there is one */
    @Transactional
    public Optional<Long> sizeOf(long id) {
        List<?> sizes = journal.createNativeQuery("select char_length(raw) from journal_entry where id = ?1")
                .setParameter(1, id)
                .getResultList();
        return Columns.numbers(sizes).stream().findFirst();
    }

    /** @return the event with this number, if there is one */
    @Transactional
    public Optional<EventDetails> byId(long id) {
        List<?> rows = journal.createNativeQuery(SearchStatement.BY_ID)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> row((Object[]) row))
                .map(row -> new EventDetails(row, journal.find(JournalEntry.class, id).raw(), history(row)))
                .findFirst();
    }

    private List<JournalNote> history(JournalRow row) {
        var history = new ArrayList<JournalNote>();
        history.add(new JournalNote(row.receivedAt(), "RECEIVED", null, null));
        Stream.concat(notes(row.id()), sightings(row.id())).forEach(history::add);
        if (row.workedAt() != null) {
            history.add(new JournalNote(row.workedAt(), "PROCESSED", null, null));
        }
        history.sort(Comparator.comparing(JournalNote::at));
        return List.copyOf(history);
    }

    private Stream<JournalNote> notes(long id) {
        List<?> rows = journal.createNativeQuery("""
                select noted_at, kind, detail, author from journal_note where entry_id = ?1 order by id""")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(note -> new JournalNote(
                time(note[0]), (String) note[1], (String) note[2], (String) note[3]));
    }

    /** The last sightings only: an event that is sent over and over must not drown the rest of its history. */
    private Stream<JournalNote> sightings(long id) {
        List<?> rows = journal.createNativeQuery("""
                select seen_at from journal_sighting where entry_id = ?1 order by seen_at desc limit 20""")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(seen -> new JournalNote(time(seen), "SEEN_AGAIN", null, null));
    }

    private static JournalRow row(Object[] c) {
        return new JournalRow(Columns.number(c[0]), (String) c[1], (String) c[2], (String) c[3], (String) c[4],
                (String) c[5], (String) c[6], (Boolean) c[7], (Boolean) c[8], time(c[9]), time(c[10]),
                EntryState.valueOf((String) c[11]), Columns.number(c[12]), (String) c[13], (String) c[14],
                (int) Columns.number(c[15]), time(c[16]));
    }

    private static Instant time(Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(Columns.number(millis));
    }
}
