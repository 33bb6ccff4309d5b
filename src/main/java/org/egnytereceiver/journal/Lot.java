package org.egnytereceiver.journal;

/**
 * Events that are worked together, or one that goes a way of its own.
 *
 * @param id     a journal number that stands for all of them; of a single event its own
 * @param events how many there are
 */
public record Lot(long id, int events) {

    /** More would be published again when the transaction of a worker fails. */
    public static final int MOST_EVENTS = 200;

    static Lot of(long event) {
        return new Lot(event, 1);
    }
}
