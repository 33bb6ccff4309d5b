package org.egnytereceiver.launcher;

/** The receiver cannot start. Its message is what the person in front of it needs to know. */
class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
