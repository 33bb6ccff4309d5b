package org.egnytereceiver.journal;

import java.time.Instant;

/**
 * One event as it is listed.
 *
 * @param occurredAt null when the event does not say it readably
 * @param timesSeen  how often it was delivered, 1 for an event that came once
 * @param workedAt   when its work was done, or null
 */
public record JournalRow(long id, String feed, String product, String domain, String eventId, String type,
        String family, boolean known, boolean readable, Instant occurredAt, Instant receivedAt, EntryState state,
        long timesSeen, String path, String user, int attempts, Instant workedAt) {

    /** @return where a page ends that ends with this row */
    public PagePosition position() {
        return new PagePosition(receivedAt.toEpochMilli(), id);
    }
}
