package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.egnytereceiver.problem.Causes;

/**
 * Works events together as long as that goes well, and each on its own when one of them fails, so that it holds up no
 * other.
 */
@ApplicationScoped
class Workbench {

    private static final Logger LOG = System.getLogger(Workbench.class.getName());

    @Inject
    WorkStep step;

    /** Never throws: what could not be done now is in the journal, and found there again. */
    void work(List<Long> ids) {
        try {
            step.work(ids);
        } catch (OutletUnavailable unavailable) {
            LOG.log(Level.WARNING, "EGR-4002 {0} events put off, the broker does not take them: {1}",
                    ids.size(), Causes.named(unavailable.getCause()));
        } catch (RuntimeException failure) {
            workApart(ids, failure);
        }
    }

    private void workApart(List<Long> ids, RuntimeException failure) {
        if (ids.size() > 1) {
            ids.forEach(id -> work(List.of(id)));
        } else {
            noteFailure(ids.get(0), failure instanceof HandlerFailed handler ? handler.getCause() : failure);
        }
    }

    private void noteFailure(long id, Throwable failure) {
        LOG.log(Level.WARNING, "EGR-4001 the work on event {0} failed: {1}", Long.toString(id), Causes.named(failure));
        try {
            step.failed(id, reason(failure));
        } catch (RuntimeException notNoted) {
            LOG.log(Level.WARNING, "EGR-4003 event {0} put off, its failure could not be noted: {1}",
                    Long.toString(id), Causes.named(notNoted));
        }
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
