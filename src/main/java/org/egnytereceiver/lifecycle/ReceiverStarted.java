package org.egnytereceiver.lifecycle;

/** Announced when settings and schema are in order: background work may begin. */
public record ReceiverStarted() {
}
