package org.egnytereceiver.delivery;

import java.util.List;

/**
 * Announced on the CDI bus, inside the transaction that ends before Egnyte is answered. Deliveries that arrive at the
 * same moment share a transaction, and its commit.
 *
 * <p>Observers write through JPA only and let exceptions pass: an exception means "not stored". They say to each
 * {@link DeliveryReceived} what they keep of it.
 */
public record DeliveriesReceived(List<DeliveryReceived> deliveries) {
}
