package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObserverException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
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
            workAll(ids);
            return true;
        } catch (OutletUnavailable unavailable) {
            LOG.log(Level.WARNING, "EGR-4002 {0} events put off, the broker does not take them: {1}",
                    ids.size(), Causes.named(unavailable.getCause()));
            return ids.size() > 1 && apart(shuffled(ids));
        } catch (RuntimeException failure) {
            return ids.size() > 1
                    ? apart(ids)
                    : isNoted(ids.get(0), failure instanceof HandlerFailed handler ? handler.getCause() : failure);
        }
    }

    /** A step takes no more events than memory holds, so what it left needs another one. */
    private void workAll(List<Long> ids) {
        var worked = step.work(ids);
        while (0 < worked && worked < ids.size()) {
            worked = step.work(ids);
        }
    }

    private boolean apart(List<Long> ids) {
        return ids.stream().allMatch(id -> attempt(List.of(id)));
    }

    /** In another order each time, so that an event the broker refuses does not stand before the same others for ever. */
    private static List<Long> shuffled(List<Long> ids) {
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        return shuffled;
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

    /**
     * CDI wraps the checked exceptions of observers; what the handler said is inside. Of a driver's message only the first
     * line is kept, since the others are its statement.
     */
    private static String reason(Throwable wrapped) {
        var failure = wrapped instanceof ObserverException && wrapped.getCause() != null ? wrapped.getCause() : wrapped;
        var firstLine = Stream.ofNullable(failure.getMessage()).flatMap(String::lines).filter(line -> !line.isBlank()).findFirst();
        return failure.getClass().getSimpleName() + firstLine.map(line -> ": " + line.strip()).orElse("");
    }
}
