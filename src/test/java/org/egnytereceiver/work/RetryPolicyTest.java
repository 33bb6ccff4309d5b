package org.egnytereceiver.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"1, PT1S, PT2S", "2, PT2S, PT4S", "3, PT4S, PT8S", "5, PT16S, PT32S", "6, PT30S, PT1M", "7, PT30S, PT1M"})
    void doublesItsDelayUpToTheLongestAndLeavesHalfOfItToChance(int attempts, Duration least, Duration most) {
        assertThat(POLICY.delayAfter(attempts, drawing(0))).contains(least);
        assertThat(POLICY.delayAfter(attempts, drawing(0x1.fffffffffffffp-1)).orElseThrow())
                .isBetween(most.minusMillis(1), most);
    }

    @ParameterizedTest
    @CsvSource({"8", "9", "1000"})
    void givesUpAfterTheLastAttempt(int attempts) {
        assertThat(POLICY.delayAfter(attempts, drawing(0.5))).isEmpty();
    }

    @Test
    void givesUpAtOnceWhenOneAttemptIsAllowed() {
        assertThat(new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofHours(1)).delayAfter(1, drawing(0))).isEmpty();
    }

    @Test
    void staysBetweenHalfAndAllOfTheLongestDelayForEver() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var patient = new RetryPolicy(Integer.MAX_VALUE, Duration.ofDays(1), Duration.ofDays(1000));
        for (var attempts = 20; attempts < 2000; attempts++) {
            assertThat(patient.delayAfter(attempts, random).orElseThrow()).as("seed %d, attempt %d", seed, attempts)
                    .isBetween(Duration.ofDays(500), Duration.ofDays(1000));
        }
    }

    private static RandomGenerator drawing(double number) {
        return new RandomGenerator() {

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return number;
            }
        };
    }
}
