package org.egnytereceiver.delivery;

/**
 * Where an element lies in the body.
 *
 * @param start        offset of its first byte
 * @param end          offset behind its last byte
 * @param withinLimits whether it may be read
 */
record ElementSlice(int start, int end, boolean withinLimits) {
}
