package org.egnytereceiver.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoutineTest {

    @Test
    void anErrorIsToldAndNotTheEnd() throws Exception {
        var thirdTime = new CountDownLatch(3);
        var told = new AtomicInteger();
        var routine = Routine.started(Thread::new, Duration.ofMillis(1), () -> {
            thirdTime.countDown();
            throw new AssertionError("again");
        }, failure -> told.incrementAndGet());

        assertThat(thirdTime.await(30, TimeUnit.SECONDS)).isTrue();
        routine.stop();
        assertThat(told.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void itEndsWhenItIsStopped() throws Exception {
        var threads = new Thread[1];
        var routine = Routine.started(task -> threads[0] = new Thread(task), Duration.ofMillis(1), () -> { }, failure -> { });

        routine.stop();
        threads[0].join(30_000);
        assertThat(threads[0].isAlive()).isFalse();
    }
}
