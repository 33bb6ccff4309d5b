package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.egnytereceiver.database.Sessions;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/**
 * Has a step run on a thread of its own, and cuts it off when it takes too long: its thread is interrupted, if that is of
 * no use its transaction is ended by the database, and nobody waits for it any more. A thread that does not come back
 * from where it hangs stays behind with its pooled connection; when too many did, no more work is begun (see ADR 0013).
 */
@ApplicationScoped
class TimeLimit {

    private static final Logger LOG = System.getLogger(TimeLimit.class.getName());

    private static final int MOST_LEFT_BEHIND = 12;
    private static final String STOPPING = "the receiver stops";

    private static final int INTERRUPT_MILLIS = 250;
    private static final int GRACE_MILLIS = 2_000;

    /** The server has taken the application's address away by then: every second more is one of 404. */
    private static final int STOP_SECONDS = 2;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Sessions sessions;

    @Inject
    WorkSettings settings;

    @Inject
    Readiness readiness;

    private final AtomicInteger leftBehind = new AtomicInteger();
    private ExecutorService workers;

    void start(@Observes ReceiverStarted started) {
        workers = Executors.newCachedThreadPool(threads);
    }

    /** Lets what is in flight come to its end; what does not is undone, and found again at the next start. */
    void stop(@Observes ReceiverStopping stopping) throws InterruptedException {
        if (workers != null) {
            workers.shutdown();
            workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * @return what the step returns; what it throws is thrown here as well
     * @throws CutOff when it was cut off while handlers had their turn
     * @throws PutOff when it was cut off before or after that, or could not begin
     */
    <T> T keep(Function<Shift, T> step) {
        var shift = new Shift();
        var run = begun(() -> shift.work(step));
        try {
            return run.get(millis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw cutOff(run, shift, late);
        } catch (ExecutionException failure) {
            throw unwrapped(failure.getCause());
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            throw new PutOff(STOPPING, serverStops);
        }
    }

    private <T> FutureTask<T> begun(Callable<T> work) {
        if (!readiness.isReady()) {
            throw new PutOff(STOPPING, null);
        }
        if (leftBehind.get() >= MOST_LEFT_BEHIND) {
            throw new PutOff("handlers hang, " + MOST_LEFT_BEHIND + " of them", null);
        }
        var run = new FutureTask<>(work);
        try {
            workers.execute(run);
        } catch (RejectedExecutionException | IllegalStateException stopped) {
            throw new PutOff(STOPPING, stopped);
        }
        return run;
    }

    /** Slow handlers may have taken a quarter of the limit before the one that hangs had its turn. */
    private long millis() {
        return settings.timeLimit().toMillis() * 5 / 4;
    }

    private RuntimeException cutOff(FutureTask<?> run, Shift shift, TimeoutException late) {
        var announcing = shift.isAnnouncing();
        shift.cutOff();
        run.cancel(true);
        if (!shift.endsWithin(INTERRUPT_MILLIS) && shift.session() != null) {
            end(shift.session());
        }
        if (shift.session() != null && !announcing) {
            return new CutOff(settings.timeLimit(), shift);
        }
        leave(shift);
        return new PutOff(announcing ? "the broker does not take them" : "the database does not answer", late);
    }

    /** Its locks are needed to note the failure. */
    private void end(String session) {
        try {
            sessions.end(session);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "EGR-4007 a transaction that hangs was not ended: {0}", Causes.named(failure));
        }
    }

    /** @return whether a thread that was cut off comes back */
    boolean comesBack(Shift shift) {
        return shift.endsWithin(GRACE_MILLIS);
    }

    /** Counts the thread of what was cut off as left behind, if it is, until it comes back. */
    void leave(Shift shift) {
        if (!comesBack(shift)) {
            LOG.log(Level.WARNING, "EGR-4008 what was cut off keeps its thread; {0} such threads now", leftBehind.incrementAndGet());
            shift.whenItEnds(leftBehind::decrementAndGet);
        }
    }

    private static RuntimeException unwrapped(Throwable failure) {
        return failure instanceof RuntimeException undeclared ? undeclared : new IllegalStateException(failure);
    }
}
