package org.egnytereceiver.journal;

import java.util.List;

/**
 * Announced inside a transaction that leaves events waiting for work: a delivery in which they were new, or a replay.
 * Observe it {@code AFTER_SUCCESS}: before the commit it may still be undone.
 *
 * @param lots the events, as they are worked together
 */
public record EventsRecorded(List<Lot> lots) {
}
