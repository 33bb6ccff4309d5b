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

    private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration FOR_A_MOMENT = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void workWaitsInABurstForAsLongAsItMay() throws InterruptedException {
        assertWaits(burst(HALF_FULL, FOR_EVER));
    }

    /** It is full of the work itself, which leaves room to the few deliveries that come. */
    @Test
    void workGoesOnWhileTheMachineIsFullAndNoBurstComes() {
        assertThat(delivered(FULL).isBurst()).isFalse();
    }

    @Test
    void workIsToldWhetherThereIsRoom() throws InterruptedException {
        assertThat(delivered(FULL).giveWay(FOR_EVER)).isTrue();
        assertThat(burst(HALF_FULL, FOR_EVER).giveWay(FOR_A_MOMENT)).isFalse();
    }

    /** They wait for a database elsewhere, or for a disk: that gets no better without the work. */
    @Test
    void workGoesOnInABurstOnAMachineWithRoom() {
        assertThat(burst(IDLE, FOR_EVER).isBurst()).isFalse();
    }

    @Test
    void workGoesOnWhenABurstBecomesTheRule() {
        assertThat(burst(HALF_FULL, Duration.ZERO).isBurst()).isFalse();
    }

    @Test
    void workGoesOnWhileNoDeliveryComes() {
        assertThat(new Precedence(() -> FULL, FOR_EVER).isBurst()).isFalse();
    }

    @Test
    void halfOfTheProcessorsAreLeftToDeliveriesWhileTheMachineIsHalfFull() throws InterruptedException {
        var precedence = delivered(HALF_FULL);
        var place = precedence.place(FOR_EVER);
        for (var i = 1; i < PLACES; i++) {
            precedence.place(FOR_EVER);
        }
        assertTakesAMoment(() -> precedence.place(FOR_A_MOMENT).leave());
        place.leave();
        precedence.place(FOR_EVER);
    }

    @Test
    void nobodyWaitsForAPlaceOnAMachineWithRoom() throws InterruptedException {
        var precedence = delivered(IDLE);
        for (var i = 0; i <= PLACES; i++) {
            precedence.place(FOR_EVER);
        }
    }

    private static Precedence delivered(double processorsInUse) {
        var precedence = new Precedence(() -> processorsInUse, FOR_EVER);
        precedence.claim();
        return precedence;
    }

    private static Precedence burst(double processorsInUse, Duration longestBurst) {
        var precedence = new Precedence(() -> processorsInUse, longestBurst);
        precedence.claim();
        precedence.stored(FOR_EVER.toNanos());
        return precedence;
    }

    private static void assertWaits(Precedence precedence) throws InterruptedException {
        assertTakesAMoment(() -> precedence.giveWay(FOR_A_MOMENT));
    }

    private static void assertTakesAMoment(Waiting waiting) throws InterruptedException {
        var since = System.nanoTime();
        waiting.run();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(FOR_A_MOMENT);
    }

    private interface Waiting {

        void run() throws InterruptedException;
    }
}
