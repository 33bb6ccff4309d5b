package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.journal.Statistics;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/** Says so when work does not come forward, whatever the reason: it looks at the age of what waits, and at nothing else. */
@ApplicationScoped
class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    private static final int PAUSE_SECONDS = 30;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Statistics statistics;

    @Inject
    WorkSettings settings;

    private ScheduledFuture<?> schedule;
    private boolean warned;

    void start(@Observes ReceiverStarted started) {
        var pause = Math.min(PAUSE_SECONDS, Math.max(1, settings.longestWait().toSeconds()));
        schedule = executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** Errors as well: a watch that ends in silence is none. */
    private void look() {
        try {
            judge(Duration.ofSeconds(statistics.oldestWaitingSeconds()));
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "EGR-4010 the age of what waits is not known: {0}", Causes.named(failure));
        }
    }

    private void judge(Duration age) {
        var late = age.compareTo(settings.longestWait()) > 0;
        if (late) {
            LOG.log(Level.WARNING, "EGR-4009 work does not come forward: the oldest event waits for {0}", age);
        } else if (warned) {
            LOG.log(Level.INFO, "EGR-4011 work comes forward again: the oldest event waits for {0}", age);
        }
        warned = late;
    }
}
