package org.egnytereceiver.delivery;

import java.time.Duration;

/**
 * How much a delivery may bring, as it is configured at one moment: what a delivery began with it ends with.
 *
 * @param maxBodySize           bytes, unpacked
 * @param maxElements           of a body
 * @param maxValues             JSON values of a body
 * @param maxElementValues      JSON values of an element
 * @param maxBytesUnderWay      of all bodies together
 * @param maxDeliveriesUnderWay that are being received or stored at a time
 * @param longestTransfer       how long a body may take to arrive
 */
record DeliveryLimits(int maxBodySize, int maxElements, int maxValues, int maxElementValues, ElementLimits element,
        int maxBytesUnderWay, int maxDeliveriesUnderWay, Duration longestTransfer) {

    /** What a value takes beside its bytes; as with those, a tenth of what it takes while it is read. */
    static final int BYTES_PER_VALUE = 24;

    boolean leaveTheRoomOf(DeliveryLimits others) {
        return others != null && maxBytesUnderWay == others.maxBytesUnderWay
                && maxDeliveriesUnderWay == others.maxDeliveriesUnderWay;
    }

    /** @return what reading so many values takes; those beyond the limit are not read */
    int bytesFor(int values) {
        return Math.min(values, maxValues) * BYTES_PER_VALUE;
    }
}
