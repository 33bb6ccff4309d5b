package org.egnytereceiver.work;

import java.time.Duration;

/** A step took too long while handlers had their turn. Its transaction is undone, or about to be. */
class CutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Shift shift;

    CutOff(Duration limit, Shift shift) {
        super("not done within " + limit);
        this.shift = shift;
    }

    Shift shift() {
        return shift;
    }
}
