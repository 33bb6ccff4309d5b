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
import org.egnytereceiver.database.Database;
import org.egnytereceiver.delivery.Delivery;
import org.egnytereceiver.delivery.DeliveryReceived;
import org.egnytereceiver.delivery.Element;
import org.egnytereceiver.event.EgnyteEvent;

/**
 * Stores the events of a delivery, each once. One statement inserts them all and leaves out what is there already; the
 * unique identity decides, so this is right when the same events arrive at the same moment on any number of nodes.
 */
@ApplicationScoped
class Journal {

    @PersistenceContext
    EntityManager journal;

    @Inject
    Database database;

    @Inject
    EntryNumbers numbers;

    @Inject
    Duplicates duplicates;

    @Inject
    Progress progress;

    @Inject
    Tally tally;

    @Inject
    Event<EventsRecorded> recorded;

    @Transactional(TxType.MANDATORY)
    void record(@Observes DeliveryReceived received) {
        var delivery = received.delivery();
        var known = List.<KnownEvent>of();
        if (!delivery.events().isEmpty()) {
            known = store(delivery);
        }
        var conflicts = duplicates.note(delivery, known);
        var stored = delivery.events().size() - known.size();
        received.journalled(stored, known.size());
        if (delivery.size() > 0) {
            tally.delivered(delivery.size(), stored, known.size(), delivery.unreadable().size(), conflicts);
        }
    }

    /** @return the events that were known already */
    private List<KnownEvent> store(Delivery delivery) {
        var incoming = new IncomingEntries(delivery.events(), numbers::take);
        var inserted = insert(delivery, incoming);
        if (inserted == incoming.size() && incoming.repetitions().isEmpty()) {
            announce(incoming.numbers(), delivery.receivedAt());
            return List.of();
        }
        var present = present(incoming);
        announce(incoming.numbers().stream().filter(present::containsValue).toList(), delivery.receivedAt());
        return known(incoming, present);
    }

    private static List<KnownEvent> known(IncomingEntries incoming, Map<UUID, Long> present) {
        var known = new ArrayList<KnownEvent>();
        for (var identity : incoming.identities()) {
            if (present.get(identity) != incoming.number(identity)) {
                known.add(new KnownEvent(present.get(identity), incoming.element(identity)));
            }
        }
        for (var repetition : incoming.repetitions()) {
            known.add(new KnownEvent(present.get(repetition.identity()), repetition.element()));
        }
        return known;
    }

    private void announce(List<Long> fresh, Instant receivedAt) {
        if (!fresh.isEmpty()) {
            progress.begin(fresh, receivedAt);
            recorded.fire(new EventsRecorded(fresh));
        }
    }

    private int insert(Delivery delivery, IncomingEntries incoming) {
        return journal.createNativeQuery("""
                insert into journal_entry (id, identity, feed, product, domain, event_id, type, family, known, readable,
                    path, username, webhook_id, traceparent, occurred_at, received_at, raw)
                select id, identity, cast(?1 as varchar), cast(?2 as varchar), domain, event_id, type, family, known,
                    readable, path, username, webhook_id, cast(?3 as varchar), occurred_at, cast(?4 as bigint), raw
                from unnest(cast(?5 as bigint array), cast(?6 as uuid array), cast(?7 as varchar array),
                    cast(?8 as varchar array), cast(?9 as varchar array), cast(?10 as varchar array),
                    cast(?11 as boolean array), cast(?12 as boolean array), cast(?13 as varchar array),
                    cast(?14 as varchar array), cast(?15 as varchar array), cast(?16 as bigint array),
                    cast(?17 as text array))
                    as incoming (id, identity, domain, event_id, type, family, known, readable, path, username,
                    webhook_id, occurred_at, raw)
                on conflict do nothing""")
                .setParameter(1, delivery.feed())
                .setParameter(2, delivery.product().wireName())
                .setParameter(3, delivery.traceparent())
                .setParameter(4, delivery.receivedAt().toEpochMilli())
                .setParameter(5, incoming.numberColumn())
                .setParameter(6, incoming.identityColumn())
                .setParameter(7, incoming.column(event -> event.key().domain(), new String[0]))
                .setParameter(8, incoming.column(event -> event.key().eventId(), new String[0]))
                .setParameter(9, incoming.column(EgnyteEvent::type, new String[0]))
                .setParameter(10, incoming.column(EgnyteEvent::family, new String[0]))
                .setParameter(11, incoming.column(EgnyteEvent::known, new Boolean[0]))
                .setParameter(12, incoming.column(EgnyteEvent::readable, new Boolean[0]))
                .setParameter(13, incoming.column(event -> event.path().map(Storable::text).orElse(null), new String[0]))
                .setParameter(14, incoming.column(event -> event.user().map(Storable::text).orElse(null), new String[0]))
                .setParameter(15, incoming.column(
                        event -> event.webhookId().map(Storable::text).orElse(null), new String[0]))
                .setParameter(16, incoming.column(
                        event -> event.occurredAt().map(Instant::toEpochMilli).orElse(null), new Long[0]))
                .setParameter(17, incoming.rawColumn(database))
                .executeUpdate();
    }

    /** @return the journal number of every identity, whoever inserted it */
    private Map<UUID, Long> present(IncomingEntries incoming) {
        var rows = journal.createNativeQuery("""
                select cast(identity as varchar), id from journal_entry where identity = any(cast(?1 as uuid array))""")
                .setParameter(1, incoming.identityColumn())
                .getResultList();
        var present = new HashMap<UUID, Long>();
        for (var row : rows) {
            var columns = (Object[]) row;
            present.put(UUID.fromString((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return present;
    }

    /**
     * An event that came again.
     *
     * @param id      journal number of the stored one
     * @param element the later one
     */
    record KnownEvent(long id, Element.Readable element) {
    }
}
