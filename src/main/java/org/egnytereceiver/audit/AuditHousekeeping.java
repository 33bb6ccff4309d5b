package org.egnytereceiver.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.problem.Causes;

/** Lets go of what is older than the audit trail remembers, in the background. */
@ApplicationScoped
class AuditHousekeeping {

    private static final Logger LOG = System.getLogger(AuditHousekeeping.class.getName());
    private static final int PORTIONS_AT_ONCE = 100;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    AuditTrail trail;

    private Routine routine;

    void start(@Observes ReceiverStarted started) {
        routine = Routine.started(threads, Duration.ofMinutes(10), this::removeExpired, failure ->
                LOG.log(Level.WARNING, "EGR-7002 the audit trail was not shortened: {0}", Causes.named(failure)));
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (routine != null) {
            routine.stop();
        }
    }

    private void removeExpired() {
        var more = true;
        for (var portions = 0; more && portions < PORTIONS_AT_ONCE; portions++) {
            more = trail.removeExpired();
        }
    }
}
