package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.egnytereceiver.event.Meaning;
import org.egnytereceiver.journal.Journal.KnownEvent;

/** Counts the events that came again, and announces those that say something else than the stored one. */
@ApplicationScoped
class Duplicates {

    /** The same event may come by two registrations; that alone is no other content. */
    private static final Set<String> NO_CONTENT = Set.of("webhookId");

    @PersistenceContext
    EntityManager journal;

    @Inject
    Event<ConflictFound> conflictFound;

    /** @return how many of them were in conflict */
    int note(List<KnownEvent> known) {
        if (known.isEmpty()) {
            return 0;
        }
        countSightings(known);
        var conflicts = known.stream()
                .filter(event -> differs(event.stored().raw(), event.incoming().event().raw()))
                .map(event -> new ConflictFound(event.incoming().received().delivery(),
                        event.incoming().event().raw()))
                .toList();
        conflicts.forEach(conflictFound::fire);
        return conflicts.size();
    }

    private void countSightings(List<KnownEvent> known) {
        journal.createNativeQuery("""
                insert into journal_sighting (entry_id, seen_at) select entry_id, seen_at
                from unnest(cast(?1 as bigint array), cast(?2 as bigint array)) as seen (entry_id, seen_at)""")
                .setParameter(1, known.stream().map(event -> event.stored().number()).toArray(Long[]::new))
                .setParameter(2, known.stream()
                        .map(event -> event.incoming().received().delivery().receivedAt().toEpochMilli())
                        .toArray(Long[]::new))
                .executeUpdate();
    }

    private static boolean differs(String stored, String again) {
        return !stored.equals(again)
                && !Meaning.digest(stored, NO_CONTENT).equals(Meaning.digest(again, NO_CONTENT));
    }
}
