package org.egnytereceiver.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/** Keeps the journal small in the background: sums up the tally, lets go of what is too old. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Tally tally;

    @Inject
    Retention retention;

    private List<ScheduledFuture<?>> schedules = List.of();

    void start(@Observes ReceiverStarted started) {
        schedules = List.of(
                executor.scheduleWithFixedDelay(() -> quietly(tally::sumUp), 30, 30, TimeUnit.SECONDS),
                executor.scheduleWithFixedDelay(() -> quietly(this::removeExpired), 1, 10, TimeUnit.MINUTES));
    }

    void stop(@Observes ReceiverStopping stopping) {
        schedules.forEach(schedule -> schedule.cancel(false));
    }

    private void removeExpired() {
        var more = true;
        while (more) {
            more = retention.removeExpired();
        }
    }

    /** The next run does what this one could not; a task that throws would not be run again. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "EGR-2001 housekeeping put off: {0}", Causes.named(failure));
        }
    }
}
