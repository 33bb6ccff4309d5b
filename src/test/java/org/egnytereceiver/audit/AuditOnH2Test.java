package org.egnytereceiver.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.support.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AuditOnH2Test implements AuditContract {

    private static RealDatabase database;

    private MovableClock clock;

    @BeforeAll
    static void start(@TempDir Path directory) {
        database = RealDatabase.h2(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() {
        database.empty();
        clock = AuditContract.clockAtTheBeginning();
    }

    @Override
    public RealDatabase database() {
        return database;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
