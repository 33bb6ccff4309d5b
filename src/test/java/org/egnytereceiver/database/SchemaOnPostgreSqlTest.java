package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards the runs on PostgreSQL against taking another version than they say. */
class SchemaOnPostgreSqlTest {

    @Test
    void isMigratedOnTheVersionThatWasAskedFor() throws Exception {
        try (var database = RealDatabase.postgreSql()) {
            var version = database.inTransaction(() -> database.entities().createNativeQuery(
                    "select current_setting('server_version')").getSingleResult());

            assertThat(version.toString()).startsWith(System.getProperty("postgresql.version", "17") + ".");
        }
    }
}
