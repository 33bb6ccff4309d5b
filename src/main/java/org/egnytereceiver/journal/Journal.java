package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.egnytereceiver.database.Database;
import org.egnytereceiver.delivery.DeliveriesReceived;
import org.egnytereceiver.delivery.DeliveryReleased;
import org.egnytereceiver.journal.IncomingEntries.Incoming;

/**
 * Stores the events of deliveries, each once. One statement inserts them all and leaves out what is there already; the
 * unique identity decides, so this is right when the same events arrive at the same moment on any number of nodes.
 */
@ApplicationScoped
class Journal {

    private static final IntFunction<String[]> TEXTS = String[]::new;
    private static final IntFunction<Boolean[]> TRUTHS = Boolean[]::new;
    private static final IntFunction<Long[]> NUMBERS = Long[]::new;

    @PersistenceContext
    EntityManager journal;

    @Inject
    Database database;

    @Inject
    EntryNumbers numbers;

    @Inject
    Duplicates duplicates;

    @Inject
    Domains domains;

    @Inject
    Lots lots;

    @Inject
    Tally tally;

    @Inject
    Event<EventsRecorded> recorded;

    @Transactional(TxType.MANDATORY)
    void record(@Observes DeliveriesReceived received) {
        var deliveries = received.deliveries();
        var incoming = new IncomingEntries(deliveries, numbers::next);
        var sorted = incoming.size() == 0 ? Sorted.NOTHING : store(incoming);
        var conflicts = duplicates.note(sorted.known());
        tally.delivered(deliveries, sorted.fresh(), sorted.known().size(), conflicts);
    }

    @Transactional(TxType.MANDATORY)
    void record(@Observes DeliveryReleased released) {
        var sorted = store(new IncomingEntries(List.of(released.received()), numbers::next));
        duplicates.note(sorted.known());
        tally.released(sorted.fresh());
    }

    private Sorted store(IncomingEntries incoming) {
        Function<UUID, StoredContent> present = insert(incoming) == incoming.size()
                ? identity -> incoming.first(identity).content()
                : present(incoming)::get;
        var fresh = new ArrayList<Incoming>();
        var known = new ArrayList<KnownEvent>();
        for (var event : incoming.firsts()) {
            var stored = stored(event, present);
            if (stored.number() == event.number()) {
                fresh.add(event);
                event.received().stored();
            } else {
                known.add(new KnownEvent(stored, event));
            }
        }
        for (var event : incoming.repetitions()) {
            known.add(new KnownEvent(stored(event, present), event));
        }
        known.forEach(event -> event.incoming().received().duplicate());
        return new Sorted(announced(fresh), known);
    }

    /** An event that was neither inserted nor there before was just let go of by the retention: it has to come again. */
    private static StoredContent stored(Incoming event, Function<UUID, StoredContent> present) {
        var stored = present.apply(event.identity());
        if (stored == null) {
            throw new IllegalStateException("An event vanished while it was stored");
        }
        return stored;
    }

    private List<Long> announced(List<Incoming> fresh) {
        if (!fresh.isEmpty()) {
            domains.note(fresh);
            recorded.fire(new EventsRecorded(lots.begin(fresh)));
        }
        return fresh.stream().map(Incoming::number).toList();
    }

    private int insert(IncomingEntries incoming) {
        return journal.createNativeQuery("""
                insert into journal_entry (id, identity, feed, product, domain, event_id, type, family, known, readable,
                    path, username, webhook_id, traceparent, occurred_at, received_at, lot, raw)
                select id, identity, feed, product, domain, event_id, type, family, known, readable,
                    path, username, webhook_id, traceparent, occurred_at, received_at, lot, raw
                from unnest(cast(?1 as bigint array), cast(?2 as uuid array), cast(?3 as varchar array),
                    cast(?4 as varchar array), cast(?5 as varchar array), cast(?6 as varchar array),
                    cast(?7 as varchar array), cast(?8 as varchar array), cast(?9 as boolean array),
                    cast(?10 as boolean array), cast(?11 as varchar array), cast(?12 as varchar array),
                    cast(?13 as varchar array), cast(?14 as varchar array), cast(?15 as bigint array),
                    cast(?16 as bigint array), cast(?17 as bigint array), cast(?18 as text array))
                    as incoming (id, identity, feed, product, domain, event_id, type, family, known, readable,
                    path, username, webhook_id, traceparent, occurred_at, received_at, lot, raw)
                on conflict do nothing""")
                .setParameter(1, incoming.numberColumn())
                .setParameter(2, incoming.identityColumn())
                .setParameter(3, incoming.column(of(StoredEvent::feed), TEXTS))
                .setParameter(4, incoming.column(of(event -> event.product().wireName()), TEXTS))
                .setParameter(5, incoming.column(of(StoredEvent::domain), TEXTS))
                .setParameter(6, incoming.column(of(StoredEvent::eventId), TEXTS))
                .setParameter(7, incoming.column(of(StoredEvent::type), TEXTS))
                .setParameter(8, incoming.column(of(StoredEvent::family), TEXTS))
                .setParameter(9, incoming.column(of(StoredEvent::known), TRUTHS))
                .setParameter(10, incoming.column(of(StoredEvent::readable), TRUTHS))
                .setParameter(11, incoming.column(of(StoredEvent::path), TEXTS))
                .setParameter(12, incoming.column(of(StoredEvent::user), TEXTS))
                .setParameter(13, incoming.column(of(StoredEvent::webhookId), TEXTS))
                .setParameter(14, incoming.column(of(StoredEvent::traceparent), TEXTS))
                .setParameter(15, incoming.column(of(event -> millis(event.occurredAt())), NUMBERS))
                .setParameter(16, incoming.column(of(event -> millis(event.receivedAt())), NUMBERS))
                .setParameter(17, incoming.lotColumn())
                .setParameter(18, incoming.rawColumn(database))
                .executeUpdate();
    }

    private static <T> Function<Incoming, T> of(Function<StoredEvent, T> value) {
        return incoming -> value.apply(incoming.event());
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** @return what is in the journal of every identity, whoever inserted it */
    private Map<UUID, StoredContent> present(IncomingEntries incoming) {
        var present = new HashMap<UUID, StoredContent>();
        for (var events : Portions.of(incoming.inOrder())) {
            journal.createNamedQuery(JournalEntry.BY_IDENTITIES, Object[].class)
                    .setParameter(1, events.stream().map(event -> event.identity().toString()).toArray(String[]::new))
                    .setParameter(2, events.stream().map(Incoming::number).toArray(Long[]::new))
                    .getResultStream()
                    .map(StoredContent::of)
                    .map(content -> content.raw() == null ? incoming.first(content.identity()).content() : content)
                    .forEach(content -> present.put(content.identity(), content));
        }
        return present;
    }

    /**
     * What became of incoming events.
     *
     * @param fresh numbers of those that are new
     * @param known those that were known already
     */
    private record Sorted(List<Long> fresh, List<KnownEvent> known) {

        static final Sorted NOTHING = new Sorted(List.of(), List.of());
    }

    /**
     * An event that came again.
     *
     * @param stored   what is in the journal
     * @param incoming the later one
     */
    record KnownEvent(StoredContent stored, Incoming incoming) {
    }
}
