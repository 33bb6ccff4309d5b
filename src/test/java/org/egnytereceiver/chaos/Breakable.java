package org.egnytereceiver.chaos;

/** A part of the estate that can be taken away at any moment, and put back. */
interface Breakable {

    /**
     * Takes it away without any warning.
     *
     * @return what was killed, and how, as the report calls it; two nodes are of the same kind
     */
    String kill();

    /** Puts it back with what it had, and returns when it serves. */
    void restart();

    /**
     * Ends it in good order.
     *
     * @return whether it ended by itself
     */
    boolean stop();
}
