package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.egnytereceiver.database.Durability;
import org.egnytereceiver.lifecycle.Precedence;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.problem.Outage;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * Has deliveries stored, those together that arrive together: a commit costs the same for one as for many. The first
 * that comes stores at once; who comes meanwhile waits, and one of those stores for all that wait (see ADR 0011). A
 * delivery with many events gains nothing by company and goes alone.
 */
@ApplicationScoped
class Intake {

    private static final int GROUPS_AT_ONCE = 4;

    /** While groups are being committed, another one starts only when it is worth a commit of its own. */
    private static final int EVENTS_WORTH_A_COMMIT = 8;

    /** Or when those take longer than they usually do, and may hang. */
    private static final long SLOW_NANOS = Duration.ofMillis(20).toNanos();

    private static final int EVENTS_PER_GROUP = 300;
    private static final int EVENTS_TO_GO_ALONE = 100;

    private static final int STOP_SECONDS = 10;

    @Inject
    IntakeStep step;

    @Inject
    Durability durability;

    @Inject
    DeliverySettings settings;

    @Inject
    Readiness readiness;

    @Inject
    Precedence precedence;

    /** Held by deliveries for reading, and by a stop for writing. */
    private final ReadWriteLock underWay = new ReentrantReadWriteLock();

    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger eventsInQueue = new AtomicInteger();
    private final Semaphore turns = new Semaphore(GROUPS_AT_ONCE);
    private final Set<Group> groups = ConcurrentHashMap.newKeySet();
    private volatile long lastMove = System.nanoTime();

    /** Returns after the commit; throws what kept this delivery from being stored. */
    Receipt accept(Delivery delivery) {
        refuseUnlessReady();
        underWay.readLock().lock();
        var since = System.nanoTime();
        try {
            refuseUnlessReady();
            return delivery.size() >= EVENTS_TO_GO_ALONE ? alone(delivery) : inCompany(new Waiting(delivery));
        } finally {
            precedence.stored(System.nanoTime() - since);
            underWay.readLock().unlock();
        }
    }

    private void refuseUnlessReady() {
        if (!readiness.isReady()) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
    }

    /** Nothing new is accepted by then; what is under way comes to its end. */
    void stop(@Observes ReceiverStopping stopping) throws InterruptedException {
        if (underWay.writeLock().tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
            underWay.writeLock().unlock();
        }
    }

    private Receipt alone(Delivery delivery) {
        return stored(List.of(delivery)).get(0);
    }

    private Receipt inCompany(Waiting mine) {
        if (isStuck()) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        eventsInQueue.addAndGet(mine.delivery().size());
        queue.add(mine);
        while (mine.isWaiting()) {
            if (!mine.isTaken() && hasTurn() && turns.tryAcquire()) {
                storeForAll();
            } else if (!mine.waitsWithin(settings.longestWait(), SLOW_NANOS)) {
                giveUp(mine);
            }
        }
        return mine.receipt().orElseGet(() -> alone(mine.delivery()));
    }

    private boolean hasTurn() {
        var free = turns.availablePermits();
        return free == GROUPS_AT_ONCE || free > 0
                && (eventsInQueue.get() >= EVENTS_WORTH_A_COMMIT || groups.stream().allMatch(Group::isSlow));
    }

    /** A database that neither answers nor refuses would else gather one thread after the other. */
    private boolean isStuck() {
        return turns.availablePermits() == 0 && System.nanoTime() - lastMove > settings.longestWait().toNanos();
    }

    /** It may be stored all the same by who has it; then its repetition is a duplicate. */
    private void giveUp(Waiting mine) {
        if (queue.remove(mine)) {
            eventsInQueue.addAndGet(-mine.delivery().size());
        }
        mine.settle(null, Refusal.of(ProblemType.UNAVAILABLE));
        wakeNext();
    }

    private void storeForAll() {
        var group = new Group();
        groups.add(group);
        try {
            var deliveries = nextGroup();
            if (!deliveries.isEmpty()) {
                lastMove = System.nanoTime();
                if (hasTurn()) {
                    wakeNext();
                }
                store(deliveries);
            }
        } finally {
            lastMove = System.nanoTime();
            groups.remove(group);
            turns.release();
            wakeNext();
        }
    }

    private List<Waiting> nextGroup() {
        var group = new ArrayList<Waiting>();
        var events = 0;
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            group.add(next);
            next.take();
            events += next.delivery().size();
            if (events >= EVENTS_PER_GROUP) {
                break;
            }
        }
        eventsInQueue.addAndGet(-events);
        return group;
    }

    /**
     * When a group fails, each of it tries alone and learns its own fate: nobody fails because of a neighbour. When the
     * database is away, all of them know their fate already.
     */
    private void store(List<Waiting> group) {
        try {
            var receipts = stored(group.stream().map(Waiting::delivery).toList());
            for (var i = 0; i < group.size(); i++) {
                group.get(i).settle(receipts.get(i), null);
            }
        } catch (RuntimeException failure) {
            var common = group.size() == 1 || Outage.isBehind(failure);
            group.forEach(waiting -> waiting.settle(null, common ? failure : null));
        } finally {
            group.stream().filter(Waiting::isWaiting).forEach(waiting -> waiting.settle(null, null));
        }
    }

    private List<Receipt> stored(List<Delivery> deliveries) {
        var receipts = step.store(deliveries);
        durability.ensure();
        return receipts;
    }

    /** Whoever was queued after the last group was taken found no turn free; now there is one. */
    private void wakeNext() {
        var next = queue.peek();
        if (next != null) {
            next.wake();
        }
    }

    /** Deliveries that are being stored together. */
    private static final class Group {

        private final long since = System.nanoTime();

        boolean isSlow() {
            return System.nanoTime() - since > SLOW_NANOS;
        }
    }
}
