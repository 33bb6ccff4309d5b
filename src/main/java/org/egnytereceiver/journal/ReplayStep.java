package org.egnytereceiver.journal;

/**
 * A part of a replay of many events.
 *
 * @param replayed how many events it put back to work
 * @param reached  where the next part begins, or null when this was the last one
 */
public record ReplayStep(int replayed, PagePosition reached) {
}
