package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this node stored last, for its worker that claims it next: as long as a lot waits, nothing in it changes, so it need
 * not be read back. What is not here is read from the journal: after a restart, for a second attempt, when another node
 * stored it, when more came in the meantime than there is room for.
 */
@ApplicationScoped
class FreshLots {

    /**
     * In bytes, as {@link #bytes} reckons them: a text with a character beyond Latin-1 takes twice as many. No more than
     * some tenths of a second bring, so that what waits longer does not grow old in the heap.
     */
    private static final long ROOM = 4L << 20;

    /** What an event takes beside its raw text: its columns, and what holds them together. */
    private static final long BYTES_OF_AN_EVENT = 1_000;

    /** The oldest first. */
    private final Map<Long, NewLot> lots = new LinkedHashMap<>();
    private long bytes;

    /**
     * Announced inside the transaction that stores them.
     *
     * @param lots all that is stored by it
     */
    record Begun(List<NewLot> lots) {
    }

    synchronized void keep(@Observes(during = TransactionPhase.AFTER_SUCCESS) Begun begun) {
        for (var lot : begun.lots()) {
            if (bytes(lot) <= ROOM && lots.putIfAbsent(lot.id(), lot) == null) {
                bytes += bytes(lot);
            }
        }
        var oldest = lots.values().iterator();
        while (bytes > ROOM) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    /**
     * Each lot can be taken once.
     *
     * @param ids of lots that wait, and that the present transaction holds
     * @return those that are here, by their ids
     */
    synchronized Map<Long, NewLot> take(Collection<Long> ids) {
        var taken = new HashMap<Long, NewLot>();
        for (var id : ids) {
            var lot = lots.remove(id);
            if (lot != null) {
                bytes -= bytes(lot);
                taken.put(id, lot);
            }
        }
        return taken;
    }

    private static long bytes(NewLot lot) {
        return lot.size() + lot.events().size() * BYTES_OF_AN_EVENT;
    }
}
