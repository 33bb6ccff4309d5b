package org.egnytereceiver.journal;

import java.util.UUID;

/**
 * What the journal holds of an event, to be compared with one that comes again.
 *
 * @param number the event's journal number
 * @param raw    as it came the first time
 */
record StoredContent(long number, UUID identity, String raw) {

    /** @param row of {@link JournalEntry#BY_IDENTITIES} */
    static StoredContent of(Object[] row) {
        return new StoredContent((Long) row[0], UUID.fromString((String) row[1]), (String) row[2]);
    }
}
