package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an update of the receiver does to the data that it finds. */
interface MigrationContract {

    String FIRST_VERSION = "3";
    String BEFORE_DOMAINS = "9";
    List<String> ROWS = List.of(
            """
            insert into journal_entry (id, identity, feed, product, domain, event_id, type, family, known, readable,
                path, username, webhook_id, traceparent, occurred_at, received_at, raw)
            values (7, '00000000-0000-0000-0000-000000000007', 'default', 'connect', 'acme', 'e-1', 'fs:add_file', 'fs',
                true, true, '/Shared/größe', 'oreyes', null, null, 1764000000000, 1764000000001,
                '{"eventId":"e-1"}')""",
            "insert into journal_progress (entry_id, state, attempts, size) values (7, 'DEAD', 8, 17)",
            "insert into journal_progress (entry_id, state, attempts, size) values (6, 'PROCESSED', 1, 17)",
            "insert into journal_note (entry_id, noted_at, kind, detail) values (7, 1764000000002, 'FAILED', 'bad')",
            """
            insert into journal_tally (received, stored, duplicates, quarantined, conflicts, released, expired)
            values (2, 1, 0, 1, 0, 0, 0)""",
            """
            insert into quarantine_entry (feed, product, received_at, reason, raw)
            values ('default', 'connect', 1764000000003, 'limit', cast('5b5d' as %s))""");
    List<String> QUESTIONS = List.of(
            "select id, identity, domain, event_id, path, occurred_at, cast(raw as varchar) from journal_entry",
            "select entry_id, state, attempts, size from journal_progress",
            "select entry_id, kind, detail from journal_note",
            "select cast(sum(received) as bigint), cast(sum(stored) as bigint), cast(sum(quarantined) as bigint) from journal_tally",
            "select feed, product, reason, octet_length(raw) from quarantine_entry");

    DataSource database() throws Exception;

    Database kind();

    @Test
    default void whatTheFirstVersionHasStoredIsThereUnchangedAfterwards() throws Exception {
        var source = database();
        try (var keepsItOpen = source.getConnection()) {
            migrate(source, FIRST_VERSION);
            for (var row : ROWS) {
                execute(source, row.formatted(kind().binaryType()));
            }
            var before = answers(source);
            assertThat(before).allSatisfy(answer -> assertThat(answer).isNotEmpty());

            migrate(source);
            migrate(source);

            assertThat(answers(source)).isEqualTo(before);
            assertThat(answer(source, "select entry_id, domain, path from journal_search"))
                    .containsExactly(7L, "acme", "/Shared/größe");
            assertThat(answer(source, "select domain from journal_domain")).containsExactly("acme");
            assertThat(answer(source, "select cast(sum(processed) as bigint) from journal_tally")).containsExactly(1L);
            execute(source, """
                    insert into account (name, password, role, configured, changed_at)
                    values ('o', 'h', 'r', true, 1)""");
            execute(source, "insert into audit_entry (noted_at, address, action) values (1, '::1', 'login-failed')");
            assertThat(keepsItOpen.isClosed()).isFalse();
        }
    }

    @Test
    default void domainsOfEventsThatNoSearchFoundYetAreKnownAfterwards() throws Exception {
        var source = database();
        try (var keepsItOpen = source.getConnection()) {
            migrate(source, BEFORE_DOMAINS);
            execute(source, """
                    insert into journal_tally (received, stored, duplicates, quarantined, conflicts, released, expired,
                        first_entry, last_entry) values (1, 1, 0, 0, 0, 0, 0, 7, 7)""");
            execute(source, ROWS.get(0));

            migrate(source);

            assertThat(answer(source, "select entry_id from journal_search")).isEmpty();
            assertThat(answer(source, "select domain from journal_domain")).containsExactly("acme");
            assertThat(keepsItOpen.isClosed()).isFalse();
        }
    }

    private void migrate(DataSource source, String target) {
        Flyway.configure().dataSource(source).locations(kind().migrationLocations()).table("schema_history")
                .baselineOnMigrate(true).baselineVersion("0").target(target).load().migrate();
    }

    private static void migrate(DataSource source) {
        var schema = new Schema();
        schema.dataSource = source;
        schema.migrate();
    }

    private static List<List<Object>> answers(DataSource source) throws SQLException {
        var answers = new ArrayList<List<Object>>();
        for (var question : QUESTIONS) {
            answers.add(answer(source, question));
        }
        return answers;
    }

    private static List<Object> answer(DataSource source, String question) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var answer = new ArrayList<>();
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    answer.add(rows.getObject(column));
                }
            }
            return answer;
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
