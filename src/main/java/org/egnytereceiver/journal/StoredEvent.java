package org.egnytereceiver.journal;

import java.time.Instant;
import org.egnytereceiver.event.Product;

/**
 * An event as the journal remembers it.
 *
 * @param id          the journal's number for it
 * @param feed        name of the feed it first came in by
 * @param domain      Egnyte tenant as sent, null for MSP
 * @param eventId     Egnyte's id, or the digest of the content for MSP
 * @param type        event type, {@code unknown} when none could be read
 * @param family      what stands before the colon of the type
 * @param known       whether the type is in the catalogue
 * @param readable    whether everything Egnyte documents for the type could be read
 * @param occurredAt  when it happened, null when that could not be read
 * @param receivedAt  when it was first received
 * @param path        path of the file or folder, or null
 * @param user        name of the user who did it, or null
 * @param webhookId   registration at Egnyte that it came by, or null
 * @param traceparent W3C trace context of the delivery, or null
 * @param raw         the JSON as Egnyte sent it
 */
public record StoredEvent(long id, String feed, Product product, String domain, String eventId, String type,
        String family, boolean known, boolean readable, Instant occurredAt, Instant receivedAt, String path,
        String user, String webhookId, String traceparent, String raw) {

    @Override
    public String toString() {
        return "StoredEvent[" + id + ", " + type + "]";
    }
}
