package org.egnytereceiver.quarantine;

import java.time.Instant;

/**
 * Something in the quarantine.
 *
 * @param reason the code of a {@link org.egnytereceiver.delivery.Reason}
 * @param raw    the bytes as they were sent
 */
public record QuarantineRow(long id, String feed, String product, Instant receivedAt, String reason, byte[] raw) {

    @Override
    public String toString() {
        return "QuarantineRow[" + id + ", " + reason + "]";
    }
}
