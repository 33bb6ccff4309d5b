package org.egnytereceiver.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.egnytereceiver.journal.Lot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Pace pace = new Pace();

    @Test
    void beginsWithFew() {
        assertThat(pace.events()).isEqualTo(Lot.MOST_EVENTS);
    }

    @ParameterizedTest
    @CsvSource({
            "200, 0, 1000",
            "200, 200, 500",
            "600, 60000, 200",
            "99, 0, 200"
    })
    void aWorkerGetsWhatItHandlesInHalfASecond(int events, long millis, int next) {
        for (var step = 0; step < 3; step++) {
            pace.handled(events, Duration.ofMillis(millis), LIMIT);
        }
        assertThat(pace.events()).isEqualTo(next);
    }

    @Test
    void aWorkerGetsNoMoreThanItHandlesInPartOfTheTimeLimit() {
        pace.handled(200, Duration.ofMillis(200), Duration.ofSeconds(2));
        assertThat(pace.events()).isEqualTo(250);
    }

    @Test
    void oneSlowEventIsEnoughForLess() {
        pace.handled(1_000, Duration.ZERO, LIMIT);
        assertThat(pace.events()).as("twice as many").isEqualTo(400);
        pace.handled(1, Duration.ofSeconds(1), LIMIT);
        assertThat(pace.events()).isEqualTo(200);
    }

    @Test
    void aFailureIsEnoughForLess() {
        pace.handled(1_000, Duration.ZERO, LIMIT);
        pace.failed();
        assertThat(pace.events()).isEqualTo(200);
    }
}
