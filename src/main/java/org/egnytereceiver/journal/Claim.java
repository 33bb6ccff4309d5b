package org.egnytereceiver.journal;

import java.util.List;

/**
 * Events that a worker holds, until its transaction ends.
 *
 * @param events lot by lot, those of each by their journal numbers, and at last those that go a way of their own
 * @param lots   what they are worked together in, in the order of their events
 * @param own    the numbers of those that go a way of their own
 * @param left   what would have been too much to hold together, to be claimed next
 */
public record Claim(List<StoredEvent> events, List<Lot> lots, List<Long> own, List<Long> left) {

    static final Claim NOTHING = new Claim(List.of(), List.of(), List.of(), List.of());
}
