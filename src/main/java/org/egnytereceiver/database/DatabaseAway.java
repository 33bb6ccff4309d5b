package org.egnytereceiver.database;

/** The configured database does not answer at the moment; it may later. */
public class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAway(Throwable cause) {
        super("The database behind jdbc/EgnyteReceiver does not answer.", cause);
    }
}
