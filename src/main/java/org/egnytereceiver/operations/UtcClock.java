package org.egnytereceiver.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where time comes from. */
@ApplicationScoped
class UtcClock {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
