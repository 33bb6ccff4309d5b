package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Query;
import java.util.List;
import java.util.function.Supplier;
import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class SearchOnPostgreSqlTest extends SearchContract {

    private static final List<String> FILLING = List.of("""
            insert into journal_entry (id, identity, feed, product, domain, event_id, type, family, known, readable,
                username, received_at, raw)
            select n, md5(n::text)::uuid, 'default', 'connect', 'acme', 'e' || n, 'fs:add_file', 'fs', true, true,
                'user' || n % 100, n, repeat('x', 500)
            from generate_series(1, 200000) n order by md5(n::text)""", """
            update journal_entry set lot = id / 50""", """
            insert into journal_lot (id, state, events, size, worked_at)
            select lot, 'PROCESSED', count(*), 25000, 1 from journal_entry group by lot""", """
            insert into journal_search (entry_id, feed, product, domain, type, family, username)
            select id, feed, product, domain, type, family, username from journal_entry""");

    /** The journal is filled out of order, as it is after the retention has made room in it. */
    @Test
    void aSearchReadsTheJournalOnlyBehindTheIndex() {
        var filter = EventFilters.any().user("somebody else").filter();
        journal.database.doInTransaction(() -> FILLING.forEach(this::execute));
        journal.database.doInTransaction(() -> execute("analyze journal_entry, journal_lot, journal_progress, journal_search"));
        journal.receiveOne(WiredJournal.event("acme", "1"));

        assertThat(readAsAWholeBy(() -> searched(filter).latestFirst(journal.search.journal, 50))).as("first page").isEmpty();
        assertThat(readAsAWholeBy(() -> searched(filter).count(journal.search.journal))).as("count").isEmpty();
        var id = EventFilters.any().eventId("nobody's").filter();
        assertThat(readAsAWholeBy(() -> searched(id).latestFirst(journal.search.journal, 50))).as("an id").isEmpty();
        var waiting = EventFilters.any().state(EntryState.WAITING).filter();
        assertThat(readAsAWholeBy(() -> searched(waiting).latestFirst(journal.search.journal, 50))).as("what waits").isEmpty();
        assertThat(readAsAWholeBy(() -> searched(waiting).count(journal.search.journal))).as("how much waits").isEmpty();
    }

    private SearchStatement searched(EventFilter filter) {
        return journal.search.index.search(filter);
    }

    /** @return the tables of the journal that PostgreSQL read from their beginning to their end */
    private List<?> readAsAWholeBy(Supplier<Query> query) {
        return journal.database.inTransaction(() -> {
            query.get().getResultList();
            return journal.search.journal.createNativeQuery("""
                    select relname from pg_stat_xact_user_tables
                    where seq_scan > 0 and relname in ('journal_entry', 'journal_lot', 'journal_search')""")
                    .getResultList();
        });
    }

    private void execute(String sql) {
        journal.search.journal.createNativeQuery(sql).executeUpdate();
    }
}
