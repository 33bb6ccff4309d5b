package org.egnytereceiver.lifecycle;

/** Announced when the application is about to be stopped: background work ends. */
public record ReceiverStopping() {
}
