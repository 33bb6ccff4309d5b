package org.egnytereceiver.database;

/** The configured database cannot serve the receiver. Its message is one sentence for the operator. */
public class UnusableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String sentence) {
        super(sentence);
    }

    UnusableDatabase(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
