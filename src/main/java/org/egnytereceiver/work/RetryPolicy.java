package org.egnytereceiver.work;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed event is tried again: after a delay that doubles with every attempt, up to the longest, of which half
 * is left to chance, so that what failed together is not tried again together.
 */
record RetryPolicy(int maxAttempts, Duration firstDelay, Duration longestDelay) {

    private static final int MOST_DOUBLINGS = 40;

    /**
     * @param attempts how often it was tried, the failed one included
     * @return the delay before the next attempt, or empty when there is none
     */
    Optional<Duration> delayAfter(int attempts, RandomGenerator random) {
        if (attempts >= maxAttempts) {
            return Optional.empty();
        }
        var doubled = firstDelay.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
        var longest = Math.min(doubled, longestDelay.toMillis());
        return Optional.of(Duration.ofMillis((long) (longest / 2 + random.nextDouble() * longest / 2)));
    }
}
