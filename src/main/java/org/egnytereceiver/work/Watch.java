package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.egnytereceiver.journal.Statistics;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.problem.Causes;

/** Says so when work does not come forward, whatever the reason: it looks at the age of what waits, and at nothing else. */
@ApplicationScoped
class Watch {

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Statistics statistics;

    @Inject
    WorkSettings settings;

    private Routine routine;
    private boolean warned;

    void start(@Observes ReceiverStarted started) {
        var pause = settings.longestWait().compareTo(PAUSE) < 0 ? settings.longestWait() : PAUSE;
        routine = Routine.started(threads, pause, this::look, failure -> LOG.log(Level.WARNING,
                "EGR-4010 the age of what waits is not known: {0}", Causes.named(failure)));
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (routine != null) {
            routine.stop();
        }
    }

    private void look() {
        judge(Duration.ofSeconds(statistics.oldestWaitingSeconds()));
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
