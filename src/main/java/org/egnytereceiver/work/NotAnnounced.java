package org.egnytereceiver.work;

/** What was worked could not be announced: the broker is away, or refuses one of the events. It said so itself. */
class NotAnnounced extends PutOff {

    private static final long serialVersionUID = 1L;

    NotAnnounced(Throwable cause) {
        super("the broker does not take them", cause);
    }
}
