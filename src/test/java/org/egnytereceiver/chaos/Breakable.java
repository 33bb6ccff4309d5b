package org.egnytereceiver.chaos;

/** A part of the estate that can be taken away at any moment, and put back. */
interface Breakable {

    /** What it is called in the report; two nodes are of the same kind. */
    String kind();

    /** Takes it away without any warning. */
    void kill();

    /** Puts it back with what it had, and returns when it serves. */
    void restart();

    /** Ends it in good order, when all is over. */
    void stop();
}
