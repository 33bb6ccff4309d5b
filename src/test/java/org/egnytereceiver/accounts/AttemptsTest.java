package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.egnytereceiver.support.MovableClock;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T04:05:06Z"));
    private final Attempts attempts = new Attempts();

    AttemptsTest() {
        attempts.clock = clock;
    }

    @Test
    void theWaitDoublesUpToFiveMinutes() {
        fail("olga", "here", 9);
        assertThat(waitFor("olga", "here")).isZero();
        for (var seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            fail("olga", "here", 1);
            assertThat(waitFor("olga", "here")).isEqualTo(Duration.ofSeconds(seconds));
            clock.move(Duration.ofSeconds(seconds));
            assertThat(waitFor("olga", "here")).isZero();
        }
    }

    @Test
    void anAddressThatTriesOneAccountAfterTheOtherHasToWaitAsWell() {
        IntStream.range(0, 100).forEach(i -> attempts.failed("account " + i, "here"));
        assertThat(waitFor("another", "here")).isEqualTo(Duration.ofSeconds(1));
        assertThat(waitFor("another", "elsewhere")).isZero();
    }

    @Test
    void manyAddressesTogetherMakeEachOtherWaitButNobodyWhoHasNotFailed() {
        IntStream.range(0, 5_000).forEach(i -> attempts.failed("olga", "address " + i));
        assertThat(waitFor("olga", "address 4999")).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts.book("olga", "elsewhere")).isZero();
        assertThat(attempts.book("olga", "elsewhere")).as("one that may fail").isEqualTo(Duration.ofSeconds(1));
        attempts.failed("olga", "elsewhere");
        assertThat(waitFor("olga", "elsewhere")).as("with all others").isEqualTo(Duration.ofSeconds(1));
        clock.move(Duration.ofMinutes(31));
        assertThat(waitFor("olga", "elsewhere")).isZero();
    }

    @Test
    void whoWinsEverySecondKeepsNobodyOutWhoHasNotFailed() {
        for (var i = 0; i < 1_000; i++) {
            attempts.book("olga", "address " + i);
            attempts.failed("olga", "address " + i);
            clock.move(Duration.ofMillis(900));
            assertThat(waitFor("olga", "elsewhere")).isZero();
        }
    }

    @Test
    void whoSucceedsStartsAnewButNotTheAddress() {
        fail("olga", "here", 99);
        attempts.succeeded("olga", "here");
        assertThat(waitFor("olga", "here")).isZero();
        fail("olga", "here", 1);
        assertThat(waitFor("olga", "here")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        fail("olga", "here", 9);
        clock.move(Duration.ofMinutes(31));
        fail("olga", "here", 9);
        assertThat(waitFor("olga", "here")).isZero();
    }

    @Test
    void memoryIsBounded() {
        var recent = new Recent<Integer>(100);
        IntStream.range(0, 100_000).forEach(i -> recent.put("key " + i, i));
        assertThat(recent).hasSize(100).containsKey("key 99999");
    }

    @Test
    void whoAsksForManyAtOnceHasNoMoreLookedAtThanWhoAsksForOneAfterTheOther() throws Exception {
        fail("olga", "here", 3);
        var callers = Executors.newFixedThreadPool(8);
        try {
            var waits = callers.invokeAll(Collections.<Callable<Duration>>nCopies(100,
                    () -> attempts.book("olga", "here")));
            var lookedAt = 0;
            for (var wait : waits) {
                lookedAt += wait.get().isZero() ? 1 : 0;
            }
            assertThat(lookedAt).isEqualTo(7);
        } finally {
            callers.shutdown();
        }
        fail("olga", "here", 7);
        assertThat(waitFor("olga", "here")).isEqualTo(Duration.ofSeconds(1));
        clock.move(Duration.ofSeconds(1));
        assertThat(attempts.book("olga", "here")).isZero();
        assertThat(attempts.book("olga", "here")).as("one at a time from now on").isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anAttemptThatWasNotLookedAtOrSucceededIsTakenBack() {
        for (var i = 0; i < 200; i++) {
            assertThat(attempts.book("olga", "here")).isZero();
            attempts.undecided("olga", "here");
            assertThat(attempts.book("olga", "here")).isZero();
            attempts.succeeded("olga", "here");
        }
        fail("olga", "here", 9);
        assertThat(waitFor("olga", "here")).isZero();
    }

    /** How long somebody would have to wait who is not looked at then. */
    private Duration waitFor(String account, String address) {
        var wait = attempts.book(account, address);
        if (wait.isZero()) {
            attempts.undecided(account, address);
        }
        return wait;
    }

    private void fail(String account, String address, int times) {
        IntStream.range(0, times).forEach(i -> attempts.failed(account, address));
    }
}
