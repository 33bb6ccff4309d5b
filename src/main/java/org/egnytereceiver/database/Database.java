package org.egnytereceiver.database;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;

/**
 * The two databases the receiver runs on. Statements are the same for both: H2 speaks PostgreSQL's dialect. Only long
 * values travel differently, since H2 takes at most 1,048,576 characters or bytes outside a stream.
 */
public enum Database {

    H2("h2", "binary large object",
            "select cast(session_id() as varchar)",
            """
            select abort_session(session_id) from information_schema.sessions
            where cast(session_id as varchar) = ?1 and contains_uncommitted""") {

        @Override
        public Object texts(List<String> values) {
            return values.stream().map(StringReader::new).toArray(Reader[]::new);
        }

        @Override
        public Object binaries(List<byte[]> values) {
            return values.stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new);
        }
    },

    POSTGRESQL("postgresql", "bytea",
            "select pg_backend_pid() || ' ' || extract(epoch from now())",
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where pid || ' ' || extract(epoch from xact_start) = ?1""") {

        @Override
        public Object texts(List<String> values) {
            return values.toArray(String[]::new);
        }

        @Override
        public Object binaries(List<byte[]> values) {
            return values.toArray(byte[][]::new);
        }
    };

    private final String migrations;
    private final String binaryType;
    private final String currentSession;
    private final String endOfSession;

    Database(String migrations, String binaryType, String currentSession, String endOfSession) {
        this.migrations = migrations;
        this.binaryType = binaryType;
        this.currentSession = currentSession;
        this.endOfSession = endOfSession;
    }

    /** @return the SQL type of a binary value of any length */
    public String binaryType() {
        return binaryType;
    }

    /** @return a statement parameter of any number of texts of any length */
    public abstract Object texts(List<String> values);

    /** @return a statement parameter of any number of binary values of any length */
    public abstract Object binaries(List<byte[]> values);

    /** @return a query for what identifies the present transaction */
    String currentSession() {
        return currentSession;
    }

    /** @return a query that ends the transaction of that identity */
    String endOfSession() {
        return endOfSession;
    }

    /**
     * @return the class path locations of the migrations for this database. In each lies a file {@code flyway.location}: Open
     *         Liberty's class loaders find no directories, and Flyway looks for that file there.
     */
    String[] migrationLocations() {
        return new String[] {"classpath:db/migration/common", "classpath:db/migration/" + migrations};
    }

    static Database named(String productName) {
        return switch (productName) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new UnusableDatabase("jdbc/EgnyteReceiver is a " + productName
                    + " database; the receiver runs on PostgreSQL 15 or later, or on H2.");
        };
    }
}
