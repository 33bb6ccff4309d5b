package org.egnytereceiver.quarantine;

import java.io.IOException;
import org.egnytereceiver.database.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class QuarantineOnPostgreSqlTest implements QuarantineContract {

    private static RealDatabase database;

    private Quarantine quarantine;

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
        quarantine = new Quarantine();
        quarantine.quarantine = database.entities();
        quarantine.database = database.kind();
    }

    @Override
    public RealDatabase database() {
        return database;
    }

    @Override
    public Quarantine quarantine() {
        return quarantine;
    }
}
