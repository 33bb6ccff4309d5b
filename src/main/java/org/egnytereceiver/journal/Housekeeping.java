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
import java.util.function.BooleanSupplier;
import org.egnytereceiver.lifecycle.Pause;
import org.egnytereceiver.lifecycle.Precedence;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.problem.Causes;

/** Keeps the journal in order in the background: sums up the tally, which indexes for searches, lets go of what is too old. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    /** When the database was away, it is given this time before it is tried again. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /** Between two portions while deliveries need the machine: searches read what is not indexed, the retention can wait. */
    private static final Duration LONGEST_PAUSE_OF_INDEXING = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE_OF_RETENTION = Duration.ofSeconds(10);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Tally tally;

    @Inject
    Retention retention;

    @Inject
    Precedence precedence;

    @Inject
    Readiness readiness;

    private volatile Pause recovery = Pause.of(Duration.ZERO);

    private List<Routine> routines = List.of();

    void start(@Observes ReceiverStarted started) {
        routines = List.of(
                routine(Duration.ofMillis(500), this::sumUp),
                routine(Duration.ofMinutes(10), this::removeExpired));
    }

    void stop(@Observes ReceiverStopping stopping) {
        routines.forEach(Routine::stop);
    }

    private Routine routine(Duration pause, Runnable task) {
        return Routine.started(threads, pause, task, this::putOff);
    }

    private void putOff(Throwable failure) {
        recovery = Pause.of(RECOVERY);
        LOG.log(Level.WARNING, "EGR-2001 housekeeping put off: {0}", Causes.named(failure));
    }

    private void sumUp() {
        inPortions(tally::sumUp, LONGEST_PAUSE_OF_INDEXING);
    }

    private void removeExpired() {
        inPortions(retention::removeExpired, LONGEST_PAUSE_OF_RETENTION);
    }

    private boolean isDue() {
        return readiness.isReady() && recovery.isOver();
    }

    /** @param portion says whether there is more to do */
    private void inPortions(BooleanSupplier portion, Duration longestPause) {
        try {
            var more = true;
            while (more && isDue()) {
                precedence.giveWay(longestPause);
                var place = precedence.place(longestPause);
                try {
                    more = portion.getAsBoolean();
                } finally {
                    place.leave();
                }
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }
}
