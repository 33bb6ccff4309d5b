package org.egnytereceiver.journal;

/**
 * Where a page ends: the time of receipt and the number of its last row. The next page begins behind it, whatever was
 * stored in the meantime.
 *
 * @param receivedAt milliseconds since 1970-01-01T00:00:00Z
 */
public record PagePosition(long receivedAt, long id) {
}
