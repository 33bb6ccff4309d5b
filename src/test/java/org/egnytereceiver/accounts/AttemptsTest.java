package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
        assertThat(attempts.waitFor("olga", "here")).isZero();
        for (var seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            fail("olga", "here", 1);
            assertThat(attempts.waitFor("olga", "here")).isEqualTo(Duration.ofSeconds(seconds));
            clock.move(Duration.ofSeconds(seconds));
            assertThat(attempts.waitFor("olga", "here")).isZero();
        }
    }

    @Test
    void anAddressThatTriesOneAccountAfterTheOtherHasToWaitAsWell() {
        IntStream.range(0, 100).forEach(i -> attempts.failed("account " + i, "here"));
        assertThat(attempts.waitFor("another", "here")).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts.waitFor("another", "elsewhere")).isZero();
    }

    @Test
    void manyAddressesTogetherNeverMakeAnAccountWaitForLong() {
        IntStream.range(0, 5_000).forEach(i -> attempts.failed("olga", "address " + i));
        assertThat(attempts.waitFor("olga", "elsewhere")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoSucceedsStartsAnewButNotTheAddress() {
        fail("olga", "here", 99);
        attempts.succeeded("olga", "here");
        assertThat(attempts.waitFor("olga", "here")).isZero();
        fail("olga", "here", 1);
        assertThat(attempts.waitFor("olga", "here")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        fail("olga", "here", 9);
        clock.move(Duration.ofMinutes(31));
        fail("olga", "here", 9);
        assertThat(attempts.waitFor("olga", "here")).isZero();
    }

    @Test
    void memoryIsBounded() {
        var recent = new Recent<Integer>(100);
        IntStream.range(0, 100_000).forEach(i -> recent.put("key " + i, i));
        assertThat(recent).hasSize(100).containsKey("key 99999");
    }

    private void fail(String account, String address, int times) {
        IntStream.range(0, times).forEach(i -> attempts.failed(account, address));
    }
}
