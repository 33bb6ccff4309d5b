package org.egnytereceiver.quarantine;

import java.io.IOException;
import java.nio.file.Path;
import org.egnytereceiver.database.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class QuarantineOnH2Test implements QuarantineContract {

    private static RealDatabase database;

    private Quarantine quarantine;

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
