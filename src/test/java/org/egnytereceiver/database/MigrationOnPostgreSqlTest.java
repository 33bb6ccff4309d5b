package org.egnytereceiver.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class MigrationOnPostgreSqlTest implements MigrationContract {

    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    public DataSource database() {
        return server.getPostgresDatabase();
    }

    @Override
    public Database kind() {
        return Database.POSTGRESQL;
    }
}
