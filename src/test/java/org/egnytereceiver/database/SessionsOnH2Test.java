package org.egnytereceiver.database;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SessionsOnH2Test implements SessionsContract {

    private static RealDatabase database;

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
    }

    @Override
    public RealDatabase database() {
        return database;
    }
}
