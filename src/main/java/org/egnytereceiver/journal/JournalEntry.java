package org.egnytereceiver.journal;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.egnytereceiver.event.Product;

/**
 * An event as it was stored. Written by {@link Journal} in one statement for deliveries that arrive together, read as an entity.
 * The columns are named as the databases report them: EclipseLink compares the names of a native query with their case.
 */
@Entity
@Table(name = "journal_entry")
@NamedNativeQuery(name = JournalEntry.BY_IDS, resultClass = JournalEntry.class, query = """
        select id, feed, product, domain, event_id, type, family, known, readable, path, username, webhook_id, traceparent,
            occurred_at, received_at, raw
        from journal_entry where id = any(cast(?1 as bigint array)) order by id""")
@NamedNativeQuery(name = JournalEntry.BY_LOTS, resultClass = JournalEntry.class, query = """
        select id, feed, product, domain, event_id, type, family, known, readable, path, username, webhook_id, traceparent,
            occurred_at, received_at, raw
        from journal_entry where lot = any(cast(?1 as bigint array)) order by lot, id""")
@NamedNativeQuery(name = JournalEntry.BY_IDENTITIES, resultSetMapping = JournalEntry.BY_IDENTITIES, query = """
        select id, cast(identity as varchar) as identity,
            case when id = any(cast(?2 as bigint array)) then null else raw end as raw
        from journal_entry where identity = any(cast(?1 as uuid array))""")
@SqlResultSetMapping(name = JournalEntry.BY_IDENTITIES, columns = {
    @ColumnResult(name = "id", type = Long.class),
    @ColumnResult(name = "identity", type = String.class),
    @ColumnResult(name = "raw", type = String.class)})
class JournalEntry {

    /** Takes an array, so that the statement is the same for any number of them and prepared once. */
    static final String BY_IDS = "JournalEntry.byIds";

    /** What is in some lots, lot by lot. */
    static final String BY_LOTS = "JournalEntry.byLots";

    /** Number, identity and raw of each that is there, in any order; no raw under the numbers that need none. */
    static final String BY_IDENTITIES = "JournalEntry.byIdentities";

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "feed")
    private String feed;

    @Column(name = "product")
    private String product;

    @Column(name = "domain")
    private String domain;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "type")
    private String type;

    @Column(name = "family")
    private String family;

    @Column(name = "known")
    private boolean known;

    @Column(name = "readable")
    private boolean readable;

    @Column(name = "path")
    private String path;

    @Column(name = "username")
    private String username;

    @Column(name = "webhook_id")
    private String webhookId;

    @Column(name = "traceparent")
    private String traceparent;

    @Column(name = "occurred_at")
    private Long occurredAt;

    @Column(name = "received_at")
    private long receivedAt;

    @Column(name = "raw")
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
