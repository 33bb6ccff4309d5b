package org.egnytereceiver.lifecycle;

/** Announced first at start, before the database is touched: every capability reads its settings now. An exception
 * stops the deployment. */
public record ReceiverStarting() {
}
