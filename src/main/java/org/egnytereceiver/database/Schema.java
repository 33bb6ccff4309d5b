package org.egnytereceiver.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to the state this version needs, before anything else uses the database. */
@ApplicationScoped
public class Schema {

    @Resource(lookup = "java:comp/env/jdbc/EgnyteReceiver")
    DataSource dataSource;

    private Database database;

    /**
     * Runs the migrations that are still missing. Nodes that start at the same moment wait for each other.
     *
     * @throws UnusableDatabase when the database is not there, is of another kind, or refuses a migration
     */
    public void migrate() {
        database = detect();
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(database.migrationLocations())
                    .failOnMissingLocations(true)
                    .table("schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException cause) {
            throw new UnusableDatabase("The schema of jdbc/EgnyteReceiver could not be brought up to date.", cause);
        }
    }

    @Produces
    Database database() {
        return database;
    }

    /** Open Liberty goes on without what it cannot inject. */
    private Database detect() {
        if (dataSource == null) {
            throw new UnusableDatabase("jdbc/EgnyteReceiver is missing: the script in server-config for this server creates it.");
        }
        try (var connection = dataSource.getConnection()) {
            return Database.named(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException cause) {
            throw new UnusableDatabase("The database behind jdbc/EgnyteReceiver does not answer.", cause);
        }
    }
}
