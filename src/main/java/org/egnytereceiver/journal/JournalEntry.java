package org.egnytereceiver.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.egnytereceiver.event.Product;

/** An event as it was stored. Written by {@link Journal} in one statement per delivery, read as an entity. */
@Entity
@Table(name = "journal_entry")
@NamedQuery(name = JournalEntry.BY_IDS, query = "SELECT e FROM JournalEntry e WHERE e.id IN :ids ORDER BY e.id")
class JournalEntry {

    static final String BY_IDS = "JournalEntry.byIds";

    @Id
    private long id;

    private String feed;
    private String product;
    private String domain;

    @Column(name = "event_id")
    private String eventId;

    private String type;
    private String family;
    private boolean known;
    private boolean readable;
    private String path;
    private String username;

    @Column(name = "webhook_id")
    private String webhookId;

    private String traceparent;

    @Column(name = "occurred_at")
    private Long occurredAt;

    @Column(name = "received_at")
    private long receivedAt;

    private String raw;

    StoredEvent toStoredEvent() {
        return new StoredEvent(id, feed, Product.named(product).orElseThrow(), domain, eventId, type, family, known,
                readable, Optional.ofNullable(occurredAt).map(Instant::ofEpochMilli).orElse(null),
                Instant.ofEpochMilli(receivedAt), path, username, webhookId, traceparent, raw);
    }

    String raw() {
        return raw;
    }
}
