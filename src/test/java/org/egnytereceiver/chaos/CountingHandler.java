package org.egnytereceiver.chaos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.ThreadLocalRandom;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.work.Work;

/** Goes into the WAR of the suite: leaves one row for each event it worked on, and fails now and then after that. */
@ApplicationScoped
class CountingHandler {

    /** Rare enough that no event fails as often as it takes to be dead. */
    private static final int ONE_FAILURE_IN = 2_000;

    @PersistenceContext
    EntityManager effects;

    void on(@Observes @Work EgnyteEvent event) {
        effects.createNativeQuery("insert into chaos_effect (event_id) values (?1)")
                .setParameter(1, event.key().eventId())
                .executeUpdate();
        if (ThreadLocalRandom.current().nextInt(ONE_FAILURE_IN) == 0) {
            throw new IllegalStateException("fails on purpose");
        }
    }
}
