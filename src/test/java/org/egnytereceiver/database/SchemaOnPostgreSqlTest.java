package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guards the runs on PostgreSQL against taking another version than they say. */
@ExtendWith(OnPostgreSql.class)
class SchemaOnPostgreSqlTest {

    @Test
    void isMigratedOnTheVersionThatWasAskedFor(RealDatabase database) {
        var version = database.inTransaction(() -> database.entities().createNativeQuery(
                "select current_setting('server_version')").getSingleResult());

        assertThat(version.toString()).startsWith(System.getProperty("postgresql.version", "17") + ".");
    }
}
