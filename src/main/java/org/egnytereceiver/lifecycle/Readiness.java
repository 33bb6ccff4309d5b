package org.egnytereceiver.lifecycle;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Whether the receiver serves: settings and schema are in order, and nobody stops it. */
@ApplicationScoped
public class Readiness {

    private volatile boolean ready;

    /** After all others have begun: a message may be here already. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ReceiverStarted started) {
        ready = true;
    }

    void end(@Observes @Priority(1) ReceiverStopping stopping) {
        ready = false;
    }

    /** A stop is near. */
    public void end() {
        ready = false;
    }

    /** @return whether requests are served now */
    public boolean isReady() {
        return ready;
    }
}
