package org.egnytereceiver.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.egnytereceiver.journal.Lot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private final Pace pace = new Pace();

    @ParameterizedTest
    @CsvSource({
            "1000, 10, 1000",
            "200, 0, 1000",
            "200, 200, 500",
            "600, 60000, 200",
            "1, 3, 200"
    })
    void aWorkerGetsWhatItHandlesInHalfASecond(int events, long millis, int next) {
        pace.handled(events, Duration.ofMillis(millis).toNanos());
        assertThat(pace.events()).isEqualTo(next);
    }

    @Test
    void beginsWithFew() {
        assertThat(pace.events()).isEqualTo(Lot.MOST_EVENTS);
    }
}
