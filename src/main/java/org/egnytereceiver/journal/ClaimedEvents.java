package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Brings what a worker holds into memory, no more of it than fits there: from what this node has just stored
 * ({@link FreshLots}), or from the journal.
 */
@ApplicationScoped
class ClaimedEvents {

    /** Characters of raw events that one claim may bring into memory. */
    private static final long LARGEST_CLAIM = 4L << 20;

    @PersistenceContext
    EntityManager journal;

    @Inject
    FreshLots fresh;

    /**
     * @param lots    that are locked, in order
     * @param singles events that go a way of their own and are locked, in order; they come after the lots
     */
    Claim of(List<Lots.Waiting> lots, List<SingleEvents.Waiting> singles) {
        var together = heldTogether(lots, Lots.Waiting::size, 0);
        var held = together.stream().mapToLong(Lots.Waiting::size).sum();
        var alone = heldTogether(singles, SingleEvents.Waiting::size, held);
        if (together.isEmpty() && alone.isEmpty()) {
            return Claim.NOTHING;
        }
        var claimed = together.stream().map(lot -> new Lot(lot.id(), lot.events())).toList();
        var own = alone.stream().map(SingleEvents.Waiting::id).toList();
        var left = Stream.concat(
                lots.stream().skip(together.size()).map(Lots.Waiting::id),
                singles.stream().skip(alone.size()).map(SingleEvents.Waiting::id)).toList();
        return new Claim(Stream.concat(events(claimed), read(JournalEntry.BY_IDS, own)).toList(), claimed, own, left);
    }

    /** @return the first of them, as many as fit into memory beside what is there already; one fits in any case */
    private static <T> List<T> heldTogether(List<T> claimed, ToLongFunction<T> size, long held) {
        var sum = held;
        for (var i = 0; i < claimed.size(); i++) {
            sum += size.applyAsLong(claimed.get(i));
            if (sum > LARGEST_CLAIM && (i > 0 || held > 0)) {
                return claimed.subList(0, i);
            }
        }
        return claimed;
    }

    /** Those that are not in memory are read, which gives them lot by lot. */
    private Stream<StoredEvent> events(List<Lot> inOrder) {
        var kept = fresh.take(inOrder.stream().map(Lot::id).toList());
        var others = inOrder.stream().map(Lot::id).filter(id -> !kept.containsKey(id)).toList();
        var stored = read(JournalEntry.BY_LOTS, others).iterator();
        var events = new ArrayList<StoredEvent>();
        for (var lot : inOrder) {
            if (kept.containsKey(lot.id())) {
                events.addAll(kept.get(lot.id()).events());
            } else {
                Stream.generate(stored::next).limit(lot.events()).forEach(events::add);
            }
        }
        if (stored.hasNext()) {
            throw new IllegalStateException("There are more events in the lots " + others + " than they say");
        }
        return events.stream();
    }

    /** What is only read need not be watched for changes. */
    private Stream<StoredEvent> read(String query, List<Long> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : journal.createNamedQuery(query, JournalEntry.class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultStream()
                        .map(entry -> {
                            journal.detach(entry);
                            return entry.toStoredEvent();
                        });
    }
}
