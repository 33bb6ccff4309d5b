package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.egnytereceiver.journal.Lot;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.lifecycle.Pause;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.problem.Causes;

/**
 * Finds the work that no message speaks of any more: what failed and may be tried again, what waited too long, and at the
 * start of a node, or after the dispatcher had no room, everything that waits. It walks through what waits in laps, and
 * offers the next portion when most of the last one is worked, by whichever node: a backlog is offered as fast as it is
 * worked, and hardly anything twice but what lay in the broker when the dispatcher had no room. Offering something twice
 * does no harm: whoever comes second finds nothing to do.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PORTION = 20_000;

    /** How long a message may be under way before its events are offered again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** When the broker or the database was away, it is given this time before it is tried again. */
    private static final Duration RECOVERY = Duration.ofSeconds(3);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Progress progress;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    private volatile Pause soon;
    private Routine routine;
    private Pause nextLap;
    private Instant receivedBefore;
    private long reached;
    private Portion due = Portion.NONE;
    private Portion waiting = Portion.NONE;

    void start(@Observes ReceiverStarted started) {
        soon = Pause.of(Duration.ZERO);
        nextLap = Pause.of(Duration.ZERO);
        routine = Routine.started(threads, PAUSE, this::sweep, this::putOff);
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (routine != null) {
            routine.stop();
        }
    }

    private void putOff(Throwable failure) {
        LOG.log(Level.WARNING, "EGR-4005 waiting work was not looked for: {0}", Causes.named(failure));
        soon = Pause.of(RECOVERY);
    }

    /**
     * Work was put off, and no message speaks of it; until then there is no point in offering more. What is put off
     * meanwhile does not make it later.
     */
    void lookSoon() {
        if (soon == null) {
            soon = Pause.of(RECOVERY);
        }
    }

    private void sweep() {
        var now = clock.instant();
        if (dispatcher.hasRoom() && !isTooSoon()) {
            if (dispatcher.hasLeftOut()) {
                soon = Pause.of(Duration.ZERO);
            }
            offerDue();
            offerWaiting(now);
        }
    }

    private boolean isTooSoon() {
        var wanted = soon;
        return wanted != null && !wanted.isOver();
    }

    private void offerDue() {
        if (!due.isEnough(progress)) {
            due = offered(progress.due(PORTION));
        }
    }

    private void offerWaiting(Instant now) {
        if (receivedBefore == null || soon != null) {
            beginLapWhenTime(now);
        }
        if (receivedBefore != null && !waiting.isEnough(progress)) {
            waiting = offered(progress.waiting(reached, receivedBefore, now.plus(PATIENCE), PORTION));
            endLapWhenThrough();
        }
    }

    /** What was put off or left out is offered at once; else a message gets its time. */
    private void beginLapWhenTime(Instant now) {
        if (soon != null) {
            soon = null;
            waiting = Portion.NONE;
            receivedBefore = now;
        } else if (nextLap.isOver()) {
            receivedBefore = now.minus(PATIENCE);
        }
        reached = 0;
    }

    private void endLapWhenThrough() {
        if (waiting.lots().isEmpty()) {
            receivedBefore = null;
            nextLap = Pause.of(PATIENCE);
        } else {
            reached = waiting.last();
        }
    }

    private Portion offered(List<Lot> lots) {
        dispatcher.offer(lots);
        return new Portion(lots, Pause.of(PATIENCE));
    }
}
