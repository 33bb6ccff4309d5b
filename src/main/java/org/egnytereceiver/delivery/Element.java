package org.egnytereceiver.delivery;

import org.egnytereceiver.event.EgnyteEvent;

/** One element of a delivery's body: an event, or something that has to be looked at by a person. */
public sealed interface Element {

    /**
     * An element with a readable identity.
     *
     * @param event what it says
     * @param raw   the element as it was sent, byte for byte in UTF-8
     */
    record Readable(EgnyteEvent event, String raw) implements Element {

        @Override
        public String toString() {
            return "Readable[" + event.key() + "]";
        }
    }

    /**
     * An element, or a whole body, that goes to the quarantine.
     *
     * @param raw    the bytes as they were sent
     * @param reason why
     */
    record Unreadable(byte[] raw, Reason reason) implements Element {

        @Override
        public String toString() {
            return "Unreadable[" + reason + "]";
        }
    }
}
