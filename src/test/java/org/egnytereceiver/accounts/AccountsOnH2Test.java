package org.egnytereceiver.accounts;

import java.io.IOException;
import java.nio.file.Path;
import org.egnytereceiver.database.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AccountsOnH2Test implements AccountsContract {

    private static RealDatabase database;

    private WiredAccounts accounts;

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
        accounts = new WiredAccounts(database);
    }

    @Override
    public RealDatabase database() {
        return database;
    }

    @Override
    public WiredAccounts accounts() {
        return accounts;
    }
}
