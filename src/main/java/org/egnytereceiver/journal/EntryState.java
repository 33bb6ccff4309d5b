package org.egnytereceiver.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far the work on an event has come, and how it may go on. */
public enum EntryState {

    /** Stored, not worked yet. */
    WAITING,
    /** Its handlers succeeded, and it was published. */
    PROCESSED,
    /** A handler failed; it will be tried again at its due time. */
    RETRYING,
    /** A handler failed as often as is allowed; a person has to look at it. */
    DEAD;

    /** @return what may follow: an open event is worked or fails, and every event can be replayed */
    Set<EntryState> successors() {
        return switch (this) {
            case WAITING, RETRYING -> EnumSet.allOf(EntryState.class);
            case PROCESSED, DEAD -> EnumSet.of(WAITING);
        };
    }

    /** @return the names of the states that this one may follow */
    String[] predecessors() {
        return Arrays.stream(values()).filter(state -> state.successors().contains(this)).map(Enum::name).toArray(String[]::new);
    }

    /** @return the state of that name, if there is one */
    public static Optional<EntryState> named(String name) {
        return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
    }
}
