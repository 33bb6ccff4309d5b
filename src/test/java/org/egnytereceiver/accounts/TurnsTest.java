package org.egnytereceiver.accounts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration WITHOUT_END = Duration.ofDays(1);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        callers.shutdown();
    }

    @Test
    void aFewWaitAndAllOthersAreRefusedWhileTheyDo() throws Exception {
        var turns = new Turns(1, 4, WITHOUT_END);
        hold(turns);
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        var answers = new ExecutorCompletionService<Integer>(callers);
        IntStream.range(0, 100).forEach(i -> answers.submit(() -> turns.take(() -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            return together.getAndDecrement();
        })));
        for (var i = 0; i < 96; i++) {
            var refused = answers.poll(60, SECONDS);
            assertThatThrownBy(refused::get).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Refusal.class);
        }
        assertThat(answers.poll()).as("who waits").isNull();
        goOn.countDown();
        for (var i = 0; i < 4; i++) {
            assertThat(answers.poll(60, SECONDS).get()).isPositive();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void nobodyWaitsForLongerThanThePatience() throws Exception {
        var turns = new Turns(1, 1, Duration.ofMillis(1));
        hold(turns);
        IntStream.range(0, 3).forEach(i -> assertThatThrownBy(() -> turns.take(() -> i)).isInstanceOf(Refusal.class));
    }

    @Test
    void aTurnIsGivenBackByThoseWhoFailAndByThoseWhoAreInterrupted() throws Exception {
        var turns = new Turns(1, 1, WITHOUT_END);
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                throw new IllegalStateException("fails");
            })).isInstanceOf(IllegalStateException.class);
        }
        var first = hold(turns);
        var interrupted = new AtomicReference<Boolean>();
        var waiting = new Thread(() -> {
            try {
                turns.take(() -> true);
            } catch (Refusal refused) {
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join();
        assertThat(interrupted).hasValue(true);
        goOn.countDown();
        first.get(60, SECONDS);
        assertThat(turns.<Integer, RuntimeException>take(() -> 7)).isEqualTo(7);
    }

    private Future<Boolean> hold(Turns turns) throws InterruptedException {
        var held = callers.submit(() -> turns.take(() -> {
            inside.countDown();
            return goOn.await(60, SECONDS);
        }));
        assertThat(inside.await(60, SECONDS)).isTrue();
        return held;
    }
}
