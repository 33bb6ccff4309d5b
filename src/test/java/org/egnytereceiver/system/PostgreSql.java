package org.egnytereceiver.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A real PostgreSQL 17 of our own, on a free port; it ends with this process. */
final class PostgreSql {

    private final EmbeddedPostgres server;

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgreSql started() {
        try {
            return new PostgreSql(EmbeddedPostgres.builder().setCleanDataDirectory(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the placeholders of {@code postgresql.asadmin} stand for. */
    Map<String, String> coordinates() {
        return Map.of(
                "DATABASE_HOST", "localhost",
                "DATABASE_PORT", String.valueOf(server.getPort()),
                "DATABASE_NAME", "postgres",
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres");
    }
}
