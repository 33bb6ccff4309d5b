package org.egnytereceiver.work;

/** Events cannot be worked now, and it is none of their fault: nothing is counted, it is done again later. */
class PutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what stands in the way */
    PutOff(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
