package org.egnytereceiver.journal;

import java.time.Duration;
import java.util.List;

/**
 * The lots that wait. Events of few are looked up by their lots; those of many would be sorted for each page, so they are
 * found by walking through the journal.
 *
 * @param ids of all lots, or of the first ones and the last one, in order
 */
record WaitingLots(List<Long> ids) {

    static final int FEW = 100;

    /** The number of a lot is near those of its events: they waited together for their transaction. */
    private static final long SPREAD = EntryNumber.between(Duration.ofMinutes(10));

    boolean areMany() {
        return ids.size() > FEW;
    }

    /** @return between which numbers all their events lie */
    NumberRange entries() {
        return new NumberRange(ids.get(0) - SPREAD, ids.get(ids.size() - 1) + SPREAD);
    }
}
