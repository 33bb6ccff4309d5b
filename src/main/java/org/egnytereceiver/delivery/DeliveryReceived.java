package org.egnytereceiver.delivery;

/**
 * Announced on the CDI bus, inside the transaction that ends before Egnyte is answered. Who keeps elements of the
 * delivery says so here; a delivery of which not every element is accounted for is not acknowledged.
 *
 * <p>Observers write through JPA only and let exceptions pass: an exception means "not stored", and Egnyte sends again.
 */
public final class DeliveryReceived {

    private final Delivery delivery;
    private int stored;
    private int duplicates;
    private int quarantined;

    DeliveryReceived(Delivery delivery) {
        this.delivery = delivery;
    }

    /** @return what was received */
    public Delivery delivery() {
        return delivery;
    }

    /** Says that so many events are new and stored, and so many were known already. */
    public void journalled(int stored, int duplicates) {
        this.stored += stored;
        this.duplicates += duplicates;
    }

    /** Says that so many elements are kept in the quarantine. */
    public void quarantined(int elements) {
        this.quarantined += elements;
    }

    Receipt receipt() {
        var receipt = new Receipt(delivery.size(), stored, duplicates, quarantined);
        if (!receipt.addsUp()) {
            throw new IllegalStateException("Not every element was kept: " + receipt);
        }
        return receipt;
    }
}
