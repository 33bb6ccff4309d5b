package org.egnytereceiver.quarantine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something in the quarantine, as stored. */
@Entity
@Table(name = "quarantine_entry")
class QuarantineEntry {

    @Id
    private long id;

    private String feed;
    private String product;

    @Column(name = "received_at")
    private long receivedAt;

    private String reason;
    private byte[] raw;

    QuarantineRow toRow() {
        return new QuarantineRow(id, feed, product, Instant.ofEpochMilli(receivedAt), reason, raw);
    }
}
