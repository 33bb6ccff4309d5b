package org.egnytereceiver.accounts;

import java.io.IOException;
import org.egnytereceiver.database.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class AccountsOnPostgreSqlTest implements AccountsContract {

    private static RealDatabase database;

    private WiredAccounts accounts;

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
