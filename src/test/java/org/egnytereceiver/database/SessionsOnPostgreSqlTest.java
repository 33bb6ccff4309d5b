package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    /** A connection goes back to its pool, and serves somebody else a moment later. */
    @Test
    void anotherTransactionOfTheSameConnectionIsLeftAlone() {
        var over = database.inTransaction(() -> sessions().current()).split(" ")[1];
        database.doInTransaction(() -> {
            insertHere(1);
            meanwhile(sessions().current().split(" ")[0] + " " + over);
            insertHere(2);
        });
        assertThat(count()).isEqualTo(2);
    }
}
