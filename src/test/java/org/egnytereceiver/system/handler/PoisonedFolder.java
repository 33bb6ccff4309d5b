package org.egnytereceiver.system.handler;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.connect.ConnectEvent;
import org.egnytereceiver.work.Work;

/**
 * A handler that fails, after all others, for what lies in certain folders: always, or as often as the name says; or it
 * hangs for ever.
 */
@ApplicationScoped
public class PoisonedFolder {

    private static final String POISON = "/Shared/poison/";
    private static final Pattern POISON_FOR_A_WHILE = Pattern.compile("/Shared/poison-(\\d)/.*");
    private static final String REFUSED = "/Shared/refused/";
    private static final String HANGING = "/Shared/hanging/";
    private static final int LAST = 1_000_000;

    @PersistenceContext
    EntityManager entities;

    private final Map<EventKey, Integer> attempts = new ConcurrentHashMap<>();

    void on(@Observes @Work @Priority(LAST) ConnectEvent event) {
        var path = event.path().orElse("");
        if (path.startsWith(REFUSED)) {
            entities.createNativeQuery("insert into moved_file (event_id) values (null)").executeUpdate();
        }
        if (path.startsWith(HANGING)) {
            hang(path.contains("deaf"));
            if (path.contains("placid")) {
                return;
            }
            throw new IllegalStateException("interrupted");
        }
        var attempt = attempts.merge(event.key(), 1, Integer::sum);
        var cure = POISON_FOR_A_WHILE.matcher(path);
        if (path.startsWith(POISON) || cure.matches() && attempt <= Integer.parseInt(cure.group(1))) {
            throw new IllegalStateException("The folder is poisoned.");
        }
    }

    /** @param deaf whether an interrupt is of no use, as in a read from a socket */
    private static void hang(boolean deaf) {
        do {
            LockSupport.parkNanos(Long.MAX_VALUE);
        } while (!Thread.interrupted() || deaf);
    }
}
