package org.egnytereceiver.work;

/** The events were worked, but telling the outside world failed: nothing is counted, it is done again later. */
class OutletUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutletUnavailable(RuntimeException cause) {
        super(cause);
    }
}
