package org.egnytereceiver.database;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class SessionsOnPostgreSqlTest implements SessionsContract {

    private static RealDatabase database;

    @BeforeAll
    static void start() {
        database = RealDatabase.postgreSql();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() {
        database.empty();
    }

    @Override
    public RealDatabase database() {
        return database;
    }
}
