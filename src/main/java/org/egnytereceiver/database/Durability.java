package org.egnytereceiver.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What PostgreSQL promises with each commit, and H2 half a second later: that it outlives the process (ADR 0015). */
@ApplicationScoped
public class Durability {

    @Resource(lookup = "java:comp/env/jdbc/EgnyteReceiver")
    DataSource dataSource;

    @Inject
    Database database;

    /** Returns when all that was committed before outlives the end of the process. */
    public void ensure() {
        if (database != Database.H2) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException failure) {
            throw new IllegalStateException("What was committed could not be written", failure);
        }
    }
}
