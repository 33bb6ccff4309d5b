package org.egnytereceiver.journal;

import java.io.IOException;
import org.egnytereceiver.database.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class JournalOnPostgreSqlTest implements JournalContract, SearchContract {

    private static RealDatabase database;

    private WiredJournal journal;

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
        journal = new WiredJournal(database);
    }

    @Override
    public WiredJournal journal() {
        return journal;
    }
}
