package org.egnytereceiver.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.problem.Causes;

/** Keeps the journal small in the background: sums up the tally, lets go of what is too old. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    /** Of 1,000 events each; the rest has its turn ten minutes later. */
    private static final int PORTIONS_AT_ONCE = 1_000;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Tally tally;

    @Inject
    Retention retention;

    private List<Routine> routines = List.of();

    void start(@Observes ReceiverStarted started) {
        routines = List.of(
                routine(Duration.ofSeconds(30), tally::sumUp),
                routine(Duration.ofMinutes(10), this::removeExpired));
    }

    void stop(@Observes ReceiverStopping stopping) {
        routines.forEach(Routine::stop);
    }

    private Routine routine(Duration pause, Runnable task) {
        return Routine.started(threads, pause, task, failure -> LOG.log(Level.WARNING,
                "EGR-2001 housekeeping put off: {0}", Causes.named(failure)));
    }

    private void removeExpired() {
        var more = true;
        for (var portions = 0; more && portions < PORTIONS_AT_ONCE; portions++) {
            more = retention.removeExpired();
        }
    }
}
