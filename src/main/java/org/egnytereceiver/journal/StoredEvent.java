package org.egnytereceiver.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.egnytereceiver.delivery.Delivery;
import org.egnytereceiver.delivery.Element;
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
 * @param readable    whether it could be read, with the fields without which no handler of the type could work
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

    /** @return an event as the journal will remember it, when it is stored under that number */
    static StoredEvent of(long id, Delivery delivery, Element.Readable element) {
        var event = element.event();
        return new StoredEvent(id, delivery.feed(), delivery.product(), event.key().domain(), event.key().eventId(),
                event.type(), event.family(), event.known(), event.readable(),
                event.occurredAt().map(StoredEvent::inMillis).orElse(null), inMillis(delivery.receivedAt()),
                storable(event.path()), storable(event.user()), storable(event.webhookId()), delivery.traceparent(),
                element.raw());
    }

    private static Instant inMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String storable(Optional<String> text) {
        return text.map(Storable::text).orElse(null);
    }

    @Override
    public String toString() {
        return "StoredEvent[" + id + ", " + type + "]";
    }
}
