package org.egnytereceiver.journal;

import java.time.Instant;
import org.egnytereceiver.event.Product;

/**
 * Which events are asked for. A null matches everything; what is given has to match all together.
 *
 * @param path         the beginning of the path, taken literally
 * @param from         time of occurrence, included
 * @param to           time of occurrence, excluded
 * @param receivedFrom time of first receipt, included
 * @param receivedTo   time of first receipt, excluded
 */
public record EventFilter(String feed, Product product, String domain, String type, String family, EntryState state,
        Boolean known, String eventId, String path, String user, Instant from, Instant to, Instant receivedFrom,
        Instant receivedTo) {
}
