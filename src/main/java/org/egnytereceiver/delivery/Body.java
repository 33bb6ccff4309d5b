package org.egnytereceiver.delivery;

/**
 * The body of a delivery, complete and within the size limit.
 *
 * @param bytes    unpacked, or as sent when it could not be unpacked
 * @param unpacked false when it was announced as gzip and is not
 */
record Body(byte[] bytes, boolean unpacked) {
}
