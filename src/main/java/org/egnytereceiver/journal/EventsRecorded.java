package org.egnytereceiver.journal;

import java.util.List;

/**
 * Announced inside the transaction of a delivery when events of it were new. Observe it {@code AFTER_SUCCESS}: before
 * the commit the events may still be undone.
 *
 * @param ids the journal's numbers of the new events
 */
public record EventsRecorded(List<Long> ids) {
}
