package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ending somebody else's transaction does, on every database. */
abstract class SessionsContract {

    RealDatabase database;

    @BeforeEach
    void begin(RealDatabase database) {
        this.database = database;
    }

    @Test
    @Timeout(60)
    void anEndedTransactionLosesItsLocksAndTakesNoEffect() {
        insert(1);
        assertThatThrownBy(() -> database.doInTransaction(() -> {
            insertHere(2);
            meanwhile(sessions().current());
            insertHere(3);
        })).isInstanceOf(RuntimeException.class);
        insert(2);
        assertThat(count()).isEqualTo(2);
    }

    void meanwhile(String session) {
        CompletableFuture.runAsync(() -> database.doInTransaction(() -> sessions().end(session))).join();
    }

    Sessions sessions() {
        var sessions = new Sessions();
        sessions.entities = database.entities();
        sessions.database = database.kind();
        return sessions;
    }

    private void insert(int key) {
        database.doInTransaction(() -> insertHere(key));
    }

    void insertHere(int key) {
        database.entities().createNativeQuery("insert into journal_progress (entry_id, state, attempts, size) values (?1, 'WAITING', 0, 0)")
                .setParameter(1, key)
                .executeUpdate();
    }

    long count() {
        return database.inTransaction(() -> ((Number) database.entities()
                .createNativeQuery("select count(*) from journal_progress").getSingleResult()).longValue());
    }
}
