package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/**
 * Finds the work that no message speaks of any more: what failed and may be tried again, what waited too long, and at the
 * start of a node everything that waits. It walks through what waits in laps, one a minute at most, and only as fast as
 * its offers are taken. Offering something twice does no harm: whoever comes second finds nothing to do.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private static final int EVENTS_AT_ONCE = 10_000;

    /** How long a message may be under way before its events are offered again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Progress progress;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    private ScheduledFuture<?> schedule;
    private Instant receivedBefore;
    private Instant nextLap;
    private long reached;

    void start(@Observes ReceiverStarted started) {
        beginLap(clock.instant());
        schedule = executor.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void sweep() {
        try {
            if (dispatcher.hasRoom()) {
                dispatcher.offer(progress.due(EVENTS_AT_ONCE));
                offerWaiting();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "EGR-4005 waiting work was not looked for: {0}", Causes.named(failure));
        }
    }

    private void offerWaiting() {
        var now = clock.instant();
        if (receivedBefore == null && !now.isBefore(nextLap)) {
            beginLap(now.minus(PATIENCE));
        }
        if (receivedBefore != null) {
            continueLap();
        }
    }

    private void beginLap(Instant before) {
        receivedBefore = before;
        nextLap = clock.instant().plus(PATIENCE);
        reached = 0;
    }

    private void continueLap() {
        var found = progress.waiting(reached, receivedBefore, EVENTS_AT_ONCE);
        dispatcher.offer(found);
        if (found.size() < EVENTS_AT_ONCE) {
            receivedBefore = null;
        } else {
            reached = found.get(found.size() - 1);
        }
    }
}
