package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Has deliveries stored, those together that arrive together: a commit costs the same for one as for many. The first
 * that comes stores at once; who comes meanwhile waits, and one of those stores for all that wait (see ADR 0011). A
 * delivery with many events gains nothing by company and goes alone.
 */
@ApplicationScoped
class Intake {

    /** Two, so that one group is read and sent while the other is being committed. */
    private static final int GROUPS_AT_ONCE = 2;

    private static final int EVENTS_PER_GROUP = 500;
    private static final int EVENTS_TO_GO_ALONE = 100;

    @Inject
    IntakeStep step;

    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(GROUPS_AT_ONCE);

    /** Returns after the commit; throws what kept this delivery from being stored. */
    Receipt accept(Delivery delivery) {
        return delivery.size() >= EVENTS_TO_GO_ALONE ? alone(delivery) : inCompany(new Waiting(delivery));
    }

    private Receipt alone(Delivery delivery) {
        return step.store(List.of(delivery)).get(0);
    }

    private Receipt inCompany(Waiting mine) {
        queue.add(mine);
        var interrupted = false;
        while (mine.isWaiting()) {
            if (turns.tryAcquire()) {
                storeForAll();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.receipt().orElseGet(() -> alone(mine.delivery));
    }

    private void storeForAll() {
        try {
            var group = nextGroup();
            if (!group.isEmpty()) {
                store(group);
            }
        } finally {
            turns.release();
            wakeNext();
        }
    }

    private List<Waiting> nextGroup() {
        var group = new ArrayList<Waiting>();
        var events = 0;
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            group.add(next);
            events += next.delivery.size();
            if (events >= EVENTS_PER_GROUP) {
                break;
            }
        }
        return group;
    }

    /** When a group fails, each of it tries alone and learns its own fate: nobody fails because of a neighbour. */
    private void store(List<Waiting> group) {
        try {
            var receipts = step.store(group.stream().map(waiting -> waiting.delivery).toList());
            for (var i = 0; i < group.size(); i++) {
                group.get(i).settle(receipts.get(i), null);
            }
        } catch (RuntimeException failure) {
            group.forEach(waiting -> waiting.settle(null, group.size() == 1 ? failure : null));
        } finally {
            group.stream().filter(Waiting::isWaiting).forEach(waiting -> waiting.settle(null, null));
        }
    }

    /** Whoever was queued after the last group was taken found no turn free; now there is one. */
    private void wakeNext() {
        var next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    /** A delivery whose thread waits for its receipt. */
    private static final class Waiting {

        private final Delivery delivery;
        private final Thread thread = Thread.currentThread();
        private Receipt receipt;
        private RuntimeException failure;
        private volatile boolean settled;

        Waiting(Delivery delivery) {
            this.delivery = delivery;
        }

        boolean isWaiting() {
            return !settled;
        }

        void settle(Receipt receipt, RuntimeException failure) {
            this.receipt = receipt;
            this.failure = failure;
            settled = true;
            LockSupport.unpark(thread);
        }

        /** @return empty when the group failed that this was in */
        Optional<Receipt> receipt() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(receipt);
        }
    }
}
