package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;

/** How patiently events are worked. */
@ApplicationScoped
class WorkSettings {

    @Inject
    Settings settings;

    private RetryPolicy retryPolicy;
    private Duration timeLimit;
    private Duration longestWait;

    void read(@Observes ReceiverStarting starting) {
        retryPolicy = new RetryPolicy(
                settings.number("egnyte.work.max-attempts", 8, 1, 1000),
                settings.duration("egnyte.work.first-delay", Duration.ofSeconds(2)),
                settings.duration("egnyte.work.longest-delay", Duration.ofHours(1)));
        timeLimit = settings.duration("egnyte.work.time-limit", Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(1));
        longestWait = settings.duration("egnyte.work.longest-wait", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(1));
    }

    /** How long the handlers of one event may take. */
    Duration timeLimit() {
        return timeLimit;
    }

    /** How old the oldest waiting event may be before that is worth a warning. */
    Duration longestWait() {
        return longestWait;
    }

    RetryPolicy retryPolicy() {
        return retryPolicy;
    }
}
