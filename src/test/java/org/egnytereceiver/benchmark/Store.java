package org.egnytereceiver.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import org.egnytereceiver.chaos.PostgreSql;

/** The database of both, asked directly. */
final class Store {

    private final PostgreSql database;

    Store(PostgreSql database) {
        this.database = database;
    }

    long pid() {
        return database.pid();
    }

    /** Each measurement begins with the same distance to the next checkpoint. */
    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    void execute(String statements) throws SQLException {
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    long count(String table) throws SQLException {
        return Long.parseLong(answer("select count(*) from " + table));
    }

    String version() throws SQLException {
        return answer("show server_version").split(" ")[0];
    }

    private String answer(String query) throws SQLException {
        try (Connection connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
