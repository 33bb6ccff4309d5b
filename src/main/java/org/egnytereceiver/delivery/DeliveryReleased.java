package org.egnytereceiver.delivery;

/**
 * Announced on the CDI bus, inside the transaction of a release, when something in the quarantine can be read by now.
 * It is kept like a delivery, and counted apart: the entrance has counted it before.
 *
 * @param received what it is read as; its time of receipt is that of the release
 */
public record DeliveryReleased(DeliveryReceived received) {
}
