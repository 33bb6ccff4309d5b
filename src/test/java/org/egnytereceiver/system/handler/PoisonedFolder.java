package org.egnytereceiver.system.handler;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.connect.ConnectEvent;
import org.egnytereceiver.work.Work;

/** A handler that fails, after all others, for what lies in certain folders. */
@ApplicationScoped
public class PoisonedFolder {

    private static final String POISON = "/Shared/poison/";
    private static final String POISON_TWICE = "/Shared/poison-twice/";
    private static final String REFUSED = "/Shared/refused/";
    private static final int LAST = 1_000_000;

    @PersistenceContext
    EntityManager entities;

    private final Map<EventKey, Integer> attempts = new ConcurrentHashMap<>();

    void on(@Observes @Work @Priority(LAST) ConnectEvent event) {
        var path = event.path().orElse("");
        if (path.startsWith(REFUSED)) {
            entities.createNativeQuery("insert into moved_file (event_id) values (null)").executeUpdate();
        }
        if (path.startsWith(POISON)
                || path.startsWith(POISON_TWICE) && attempts.merge(event.key(), 1, Integer::sum) < 3) {
            throw new IllegalStateException("The folder is poisoned.");
        }
    }
}
