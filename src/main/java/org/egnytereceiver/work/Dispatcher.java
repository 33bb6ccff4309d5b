package org.egnytereceiver.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egnytereceiver.journal.EventsRecorded;
import org.egnytereceiver.journal.Lot;
import org.egnytereceiver.lifecycle.Precedence;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Causes;

/**
 * Brings new events to the work queue, on a thread of its own: a delivery is answered whether the broker is quick, slow
 * or away. What arrives within some milliseconds goes together into one message. Messages are not persistent and
 * may get lost, since the journal knows what waits; the {@link Sweeper} offers it again.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private static final int ROOM = 100_000;
    private static final int NEARLY_ALL_SENT = 2_000;
    private static final int PAUSE_SECONDS = 2;

    /** Between two messages while deliveries need the machine: more than is worked would lie in the broker. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** How long the first event waits for others to go with: working events together costs a fraction. */
    private static final int GATHER_MILLIS = 100;

    @Resource(lookup = "java:comp/env/jms/EgnyteConnections")
    ConnectionFactory connections;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Precedence precedence;

    @Inject
    Pace pace;

    private final LinkedBlockingQueue<Lot> waiting = new LinkedBlockingQueue<>(ROOM);
    private final AtomicBoolean leftOut = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsRecorded recorded) {
        offer(recorded.lots());
    }

    /** What has no room is swept up later. */
    void offer(Collection<Lot> lots) {
        for (var lot : lots) {
            if (!waiting.offer(lot)) {
                leftOut.set(true);
                return;
            }
        }
    }

    /** @return whether something had no room since this was asked before */
    boolean hasLeftOut() {
        return leftOut.getAndSet(false);
    }

    /** @return whether what was offered is nearly all sent; a broker whose queue is full takes its time */
    boolean hasRoom() {
        return waiting.size() < NEARLY_ALL_SENT;
    }

    void start(@Observes ReceiverStarted started) {
        executor.execute(this::dispatch);
    }

    void stop(@Observes ReceiverStopping stopping) {
        stopped.countDown();
    }

    private void dispatch() {
        try {
            while (isRunning()) {
                dispatchNext();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens: when this thread ends, all work stops in silence. */
    private void dispatchNext() throws InterruptedException {
        try {
            var hasRoom = precedence.giveWay(LONGEST_PAUSE);
            send(gathered(hasRoom ? pace.events() : Lot.MOST_EVENTS));
        } catch (RuntimeException | Error failure) {
            leftOut.set(true);
            LOG.log(Level.WARNING, "EGR-4013 events are offered later, they could not be gathered: {0}", Causes.named(failure));
            stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void send(List<Lot> lots) throws InterruptedException {
        while (!lots.isEmpty() && isRunning() && !sent(lots)) {
            stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private List<Lot> gathered(int most) throws InterruptedException {
        var first = waiting.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return List.of();
        }
        var lots = new ArrayList<>(List.of(first));
        if (!fill(lots, most)) {
            stopped.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
            fill(lots, most);
        }
        return lots;
    }

    /** Adds what waits and fits. @return whether something waits that does not */
    private boolean fill(List<Lot> lots, int most) {
        var events = lots.stream().mapToInt(Lot::events).sum();
        for (var next = waiting.peek(); next != null; next = waiting.peek()) {
            events += next.events();
            if (events > most) {
                return true;
            }
            lots.add(waiting.remove());
        }
        return false;
    }

    private boolean sent(List<Lot> lots) {
        try (var context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(context.createQueue(WorkMessage.QUEUE), WorkMessage.text(lots.stream().map(Lot::id).toList()));
            return true;
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "EGR-4004 {0} events wait, the broker does not answer: {1}",
                    lots.stream().mapToInt(Lot::events).sum(), Causes.named(failure));
            return false;
        }
    }
}
