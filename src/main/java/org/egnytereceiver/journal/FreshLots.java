package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this node stored last, for the worker that claims it next: as long as a lot waits, nothing in it changes, so it need
 * not be read back. What is not here is in the journal: after a restart, when another node stored it, when more came in the
 * meantime than there is room for.
 */
@ApplicationScoped
class FreshLots {

    /** In characters of raw events, a byte each, or two when one of the event is beyond Latin-1. */
    private static final long ROOM = 8L << 20;

    /** The oldest first. */
    private final Map<Long, NewLot> lots = new LinkedHashMap<>();
    private long characters;

    /**
     * Announced inside the transaction that stores them.
     *
     * @param lots all that is stored by it
     */
    record Begun(List<NewLot> lots) {
    }

    synchronized void keep(@Observes(during = TransactionPhase.AFTER_SUCCESS) Begun begun) {
        for (var lot : begun.lots()) {
            lots.put(lot.id(), lot);
            characters += lot.size();
        }
        var oldest = lots.values().iterator();
        while (characters > ROOM) {
            characters -= oldest.next().size();
            oldest.remove();
        }
    }

    /**
     * Each lot can be taken once.
     *
     * @param ids of lots that wait, and that the present transaction holds
     * @return their events, lot by lot; empty when those of one of them are not here
     */
    synchronized Optional<List<StoredEvent>> take(Collection<Long> ids) {
        var events = new ArrayList<StoredEvent>();
        var found = 0;
        for (var id : ids) {
            var lot = lots.remove(id);
            if (lot != null) {
                found++;
                characters -= lot.size();
                events.addAll(lot.events());
            }
        }
        return found == ids.size() ? Optional.of(events) : Optional.empty();
    }
}
