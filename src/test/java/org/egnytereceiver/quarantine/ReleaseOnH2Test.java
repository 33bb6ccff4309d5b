package org.egnytereceiver.quarantine;

import java.io.IOException;
import java.nio.file.Path;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.journal.WiredJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ReleaseOnH2Test implements ReleaseContract {

    private static RealDatabase database;

    private WiredJournal journal;

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
        journal = new WiredJournal(database);
    }

    @Override
    public RealDatabase database() {
        return database;
    }

    @Override
    public WiredJournal journal() {
        return journal;
    }
}
