package org.egnytereceiver.work;

/** A handler threw, or what it wrote could not be stored. Undoes the transaction it ran in. */
class HandlerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandlerFailed(Throwable cause) {
        super(cause);
    }
}
