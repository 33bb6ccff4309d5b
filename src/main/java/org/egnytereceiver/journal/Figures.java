package org.egnytereceiver.journal;

/**
 * What the receiver did and what it has to do. The first five count what the entrance did since the first start, a
 * conflict being a duplicate; {@code released} what came back from the quarantine; the others are the present state.
 */
public record Figures(long received, long stored, long duplicates, long quarantined, long conflicts, long waiting,
        long processed, long retrying, long dead, long released, long oldestWaitingSeconds) {
}
