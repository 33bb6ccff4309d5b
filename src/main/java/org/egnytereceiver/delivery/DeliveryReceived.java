package org.egnytereceiver.delivery;

/**
 * A delivery on its way into the receiver's memory. Who keeps elements of it says so here; a delivery of which not every
 * element is accounted for is not acknowledged.
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

    /** Says that an event is new and stored. */
    public void stored() {
        stored++;
    }

    /** Says that an event was known already. */
    public void duplicate() {
        duplicates++;
    }

    /** Says that so many elements are kept in the quarantine. */
    public void quarantined(int elements) {
        quarantined += elements;
    }

    Receipt receipt() {
        var receipt = new Receipt(delivery.size(), stored, duplicates, quarantined);
        if (!receipt.addsUp()) {
            throw new IllegalStateException("Not every element was kept: " + receipt);
        }
        return receipt;
    }
}
