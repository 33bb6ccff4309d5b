package org.egnytereceiver.quarantine;

import java.util.List;
import org.egnytereceiver.journal.PagePosition;

/**
 * A page of the quarantine.
 *
 * @param isFollowed whether there is more behind it
 */
public record QuarantinePage(List<QuarantineRow> rows, boolean isFollowed) {

    /** @return where this page ends, or null when it is the last one */
    public PagePosition next() {
        if (!isFollowed) {
            return null;
        }
        var last = rows.get(rows.size() - 1);
        return new PagePosition(last.receivedAt().toEpochMilli(), last.id());
    }
}
