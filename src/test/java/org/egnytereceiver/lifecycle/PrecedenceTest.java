package org.egnytereceiver.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrecedenceTest {

    private static final double FULL = 0.95;
    private static final double HALF_FULL = 0.6;
    private static final double IDLE = 0.1;

    private static final Duration FOR_A_MOMENT = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void workWaitsAsLongAsItMayWhileDeliveriesComeAndTheMachineIsFull() throws InterruptedException {
        assertWaits(deliveries(FULL, 2, 0));
    }

    @Test
    void workWaitsWhileMostDeliveriesQueueAndTheMachineIsHalfFull() throws InterruptedException {
        assertWaits(deliveries(HALF_FULL, 3, 2));
    }

    @Test
    void workGoesOnWhileTheMachineIsHalfFullAndHalfOfTheDeliveriesQueue() throws InterruptedException {
        deliveries(HALF_FULL, 2, 1).giveWay(FOR_EVER);
    }

    /** They wait for a database elsewhere, or for a disk: that gets no better without the work. */
    @Test
    void workGoesOnWhileDeliveriesQueueOnAMachineWithRoom() throws InterruptedException {
        deliveries(IDLE, 2, 2).giveWay(FOR_EVER);
    }

    @Test
    void workGoesOnWhileNoDeliveryComes() throws InterruptedException {
        deliveries(FULL, 0, 0).giveWay(FOR_EVER);
    }

    private static Precedence deliveries(double processorsInUse, int all, int queued) {
        var precedence = new Precedence(() -> processorsInUse);
        for (var i = 0; i < all; i++) {
            precedence.claim();
        }
        for (var i = 0; i < queued; i++) {
            precedence.queue();
        }
        return precedence;
    }

    private static void assertWaits(Precedence precedence) throws InterruptedException {
        var since = System.nanoTime();
        precedence.giveWay(FOR_A_MOMENT);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(FOR_A_MOMENT);
    }
}
