package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class SessionsOnPostgreSqlTest extends SessionsContract {

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
