package org.egnytereceiver.benchmark;

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
    void checkpoint() {
        execute("checkpoint");
    }

    void execute(String statements) {
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long count(String table) {
        return Long.parseLong(answer("select count(*) from " + table));
    }

    String version() {
        return answer("show server_version").split(" ")[0];
    }

    private String answer(String query) {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
