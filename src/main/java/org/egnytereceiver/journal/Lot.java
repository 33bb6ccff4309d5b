package org.egnytereceiver.journal;

/**
 * Events that are worked together, or one that goes a way of its own.
 *
 * @param id     a journal number that stands for all of them; of a single event its own
 * @param events how many there are
 */
public record Lot(long id, int events) {

    /** More would go ways of their own when one of them fails, and so many are worked at a time in a burst. */
    public static final int MOST_EVENTS = 200;

    static Lot of(long event) {
        return new Lot(event, 1);
    }
}
