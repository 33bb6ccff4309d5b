package org.egnytereceiver.quarantine;

import java.time.Instant;

/**
 * Something in the quarantine.
 *
 * @param reason the code of a {@link org.egnytereceiver.delivery.Reason}
 * @param raw    the bytes as they were sent
 */
public record QuarantineRow(long id, String feed, String product, Instant receivedAt, String reason, byte[] raw) {

    /** @return about how many bytes the content takes in a JSON text, which escapes some of them */
    long writtenLength() {
        var length = 0L;
        for (var b : raw) {
            length += b >= 0 && b < ' ' ? 6 : b == '"' || b == '\\' ? 2 : 1;
        }
        return length;
    }

    @Override
    public String toString() {
        return "QuarantineRow[" + id + ", " + reason + "]";
    }
}
