package org.egnytereceiver.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.egnytereceiver.database.Database;
import org.egnytereceiver.delivery.DeliveriesReceived;
import org.egnytereceiver.delivery.Delivery;
import org.egnytereceiver.delivery.DeliveryReceived;
import org.egnytereceiver.delivery.DeliveryReleased;
import org.egnytereceiver.delivery.Element;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.journal.ConflictFound;
import org.egnytereceiver.journal.PagePosition;

/** Keeps what could not be taken as an event, in the transaction of its delivery. */
@ApplicationScoped
public class Quarantine {

    /** Bytes of content in one page: as stored, since it is in memory, and as written, since it is sent. */
    private static final long LARGEST_PAGE = 8L << 20;

    /** PostgreSQL refuses a text that has this in it, and no feed has it in its name. */
    private static final char UNSTORABLE = '\u0000';
    private static final char REPLACEMENT = '\uFFFD';

    @PersistenceContext
    EntityManager quarantine;

    @Inject
    Database database;

    @Transactional(TxType.MANDATORY)
    void keep(@Observes DeliveriesReceived received) {
        received.deliveries().forEach(this::keep);
    }

    @Transactional(TxType.MANDATORY)
    void keep(@Observes DeliveryReleased released) {
        keep(released.received());
    }

    private void keep(DeliveryReceived delivery) {
        var unreadable = delivery.delivery().unreadable();
        if (!unreadable.isEmpty()) {
            insert(delivery.delivery(), unreadable);
            delivery.quarantined(unreadable.size());
        }
    }

    @Transactional(TxType.MANDATORY)
    void keep(@Observes ConflictFound conflict) {
        insert(conflict.delivery(), List.of(
                new Element.Unreadable(conflict.raw().getBytes(StandardCharsets.UTF_8), Reason.CONFLICT)));
    }

    private void insert(Delivery delivery, List<Element.Unreadable> elements) {
        quarantine.createNativeQuery("""
                insert into quarantine_entry (feed, product, received_at, reason, raw)
                select cast(?1 as varchar), cast(?2 as varchar), cast(?3 as bigint), reason, raw
                from unnest(cast(?4 as varchar array), cast(?5 as %s array)) as kept (reason, raw)"""
                .formatted(database.binaryType()))
                .setParameter(1, delivery.feed())
                .setParameter(2, delivery.product().wireName())
                .setParameter(3, delivery.receivedAt().toEpochMilli())
                .setParameter(4, elements.stream().map(element -> element.reason().code()).toArray(String[]::new))
                .setParameter(5, database.binaries(elements.stream().map(Element.Unreadable::raw).toList()))
                .executeUpdate();
    }

    /**
     * Lists what is kept, the latest received first. A page may be shorter than asked for when its contents are large.
     *
     * @param feed   name of a feed, or null for all
     * @param reason only what is there for this reason, or null for all
     * @param after  the end of the page before, or null for the first page
     * @param room   told how many bytes of content the page has, before they are loaded; it may refuse them
     */
    @Transactional
    public QuarantinePage latest(String feed, Reason reason, PagePosition after, int limit, LongConsumer room) {
        var candidates = candidates(feed, reason, after, limit + 1);
        var ids = new ArrayList<Long>();
        var size = 0L;
        for (var candidate : candidates) {
            var columns = (Object[]) candidate;
            var length = ((Number) columns[1]).longValue();
            if (ids.size() == limit || (size + length > LARGEST_PAGE && !ids.isEmpty())) {
                break;
            }
            size += length;
            ids.add(((Number) columns[0]).longValue());
        }
        if (ids.isEmpty()) {
            return new QuarantinePage(List.of(), false);
        }
        room.accept(size);
        var rows = load(ids);
        var fitting = fitting(rows);
        return new QuarantinePage(rows.subList(0, fitting), fitting < rows.size() || ids.size() < candidates.size());
    }

    /** @return how many of them fit into a page when they are written: one at least */
    private static int fitting(List<QuarantineRow> rows) {
        var length = 0L;
        for (var i = 0; i < rows.size(); i++) {
            length += rows.get(i).writtenLength();
            if (length > LARGEST_PAGE && i > 0) {
                return i;
            }
        }
        return rows.size();
    }

    private List<?> candidates(String feed, Reason reason, PagePosition after, int limit) {
        var conditions = new StringJoiner(" and ", "where ", "").setEmptyValue("");
        var values = new ArrayList<>();
        if (feed != null) {
            values.add(feed.replace(UNSTORABLE, REPLACEMENT));
            conditions.add("feed = ?" + values.size());
        }
        if (reason != null) {
            conditions.add("reason = '" + reason.code() + "'");
        }
        if (after != null) {
            values.add(after.receivedAt());
            values.add(after.id());
            conditions.add("(received_at, id) < (?" + (values.size() - 1) + ", ?" + values.size() + ")");
        }
        var query = quarantine.createNativeQuery("select id, octet_length(raw) from quarantine_entry " + conditions
                + " order by received_at desc, id desc limit " + limit);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }

    private List<QuarantineRow> load(List<Long> ids) {
        return quarantine.createQuery("""
                SELECT q FROM QuarantineEntry q WHERE q.id IN :ids ORDER BY q.receivedAt DESC, q.id DESC""",
                QuarantineEntry.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(QuarantineEntry::toRow)
                .toList();
    }

    /** @return how many bytes of content the entry with this number has, if there is one */
    @Transactional
    public Optional<Long> sizeOf(long id) {
        List<?> sizes = quarantine.createNativeQuery("select octet_length(raw) from quarantine_entry where id = ?1")
                .setParameter(1, id)
                .getResultList();
        return sizes.stream().map(size -> ((Number) size).longValue()).findFirst();
    }

    /** @return the entry with this number, if there is one */
    @Transactional
    public Optional<QuarantineRow> byId(long id) {
        return Optional.ofNullable(quarantine.find(QuarantineEntry.class, id)).map(QuarantineEntry::toRow);
    }
}
