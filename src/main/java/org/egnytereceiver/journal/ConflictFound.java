package org.egnytereceiver.journal;

import org.egnytereceiver.event.Product;

/**
 * Announced inside the transaction of a delivery when an event came with the identity of a stored one and other
 * content. The stored one stays; whoever keeps the other one observes this.
 *
 * @param raw the later one, as it was sent
 */
public record ConflictFound(String feed, Product product, long receivedAtMillis, String raw) {
}
