package org.egnytereceiver.delivery;

import java.time.Instant;
import java.util.List;
import org.egnytereceiver.event.Product;

/**
 * One authentic POST from Egnyte, read.
 *
 * @param feed        name of the feed it came in by
 * @param product     which of Egnyte's two contracts it follows
 * @param receivedAt  when its body was complete
 * @param traceparent the W3C trace context it came with, or null
 * @param events      the elements with a readable identity, in the order sent
 * @param unreadable  the elements for the quarantine, or the whole body as one
 */
public record Delivery(String feed, Product product, Instant receivedAt, String traceparent,
        List<Element.Readable> events, List<Element.Unreadable> unreadable) {

    /** @return number of elements of the body, 1 for a body that is no array */
    public int size() {
        return events.size() + unreadable.size();
    }
}
