package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/**
 * Finds the work that is due and that no message speaks of any more: what failed and may be tried again, what waited
 * too long, and at the start of a node everything that waits.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private static final int EVENTS_AT_ONCE = 1_000;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Progress progress;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    private ScheduledFuture<?> schedule;
    private Instant startHorizon;

    void start(@Observes ReceiverStarted started) {
        startHorizon = progress.horizon();
        schedule = executor.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void sweep() {
        try {
            offerAll(EntryState.RETRYING, clock.instant());
            if (startHorizon != null) {
                offerAll(EntryState.WAITING, startHorizon);
                startHorizon = null;
            }
            offerAll(EntryState.WAITING, clock.instant());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "EGR-4005 waiting work was not looked for: {0}", Causes.named(failure));
        }
    }

    private void offerAll(EntryState state, Instant before) {
        var more = true;
        while (more) {
            var overdue = progress.overdue(state, before, EVENTS_AT_ONCE);
            more = dispatcher.offer(overdue) && overdue.size() == EVENTS_AT_ONCE;
        }
    }
}
