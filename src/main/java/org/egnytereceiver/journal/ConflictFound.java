package org.egnytereceiver.journal;

import org.egnytereceiver.delivery.Delivery;

/**
 * Announced inside the transaction of a delivery when an event came with the identity of a stored one and other
 * content. The stored one stays; whoever keeps the other one observes this.
 *
 * @param delivery the delivery it came in
 * @param raw      the later one, as it was sent
 */
public record ConflictFound(Delivery delivery, String raw) {

    @Override
    public String toString() {
        return "ConflictFound[" + delivery.feed() + "]";
    }
}
