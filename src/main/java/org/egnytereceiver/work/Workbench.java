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
        attempt(ids);
    }

    /** @return whether there is a point in going on: a broker or a database that is away would fail everything else */
    private boolean attempt(List<Long> ids) {
        try {
            step.work(ids);
            return true;
        } catch (OutletUnavailable unavailable) {
            LOG.log(Level.WARNING, "EGR-4002 {0} events put off, the broker does not take them: {1}",
                    ids.size(), Causes.named(unavailable.getCause()));
            return false;
        } catch (RuntimeException failure) {
            return ids.size() > 1
                    ? ids.stream().allMatch(id -> attempt(List.of(id)))
                    : isNoted(ids.get(0), failure instanceof HandlerFailed handler ? handler.getCause() : failure);
        }
    }

    private boolean isNoted(long id, Throwable failure) {
        LOG.log(Level.WARNING, "EGR-4001 the work on event {0} failed: {1}", Long.toString(id), Causes.named(failure));
        try {
            step.failed(id, reason(failure));
            return true;
        } catch (RuntimeException notNoted) {
            LOG.log(Level.WARNING, "EGR-4003 event {0} put off, its failure could not be noted: {1}",
                    Long.toString(id), Causes.named(notNoted));
            return false;
        }
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
