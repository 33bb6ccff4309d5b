package org.egnytereceiver.journal;

import java.util.Arrays;
import java.util.Optional;

/** How far the work on an event has come. */
public enum EntryState {

    /** Stored, not worked yet. */
    WAITING,
    /** Its handlers succeeded, and it was published. */
    PROCESSED,
    /** A handler failed; it will be tried again at its due time. */
    RETRYING,
    /** A handler failed as often as is allowed; a person has to look at it. */
    DEAD;

    /** @return the state of that name, if there is one */
    public static Optional<EntryState> named(String name) {
        return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
    }
}
