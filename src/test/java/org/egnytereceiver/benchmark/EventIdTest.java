package org.egnytereceiver.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void saysWhichEventOfWhichSeriesItIs() {
        var key = "connect:acme:" + written(7, 1_234_567);
        assertThat(EventId.series(key)).isEqualTo(7);
        assertThat(EventId.number(key)).isEqualTo(1_234_567);
    }

    @Test
    void hasTheFormOfAnIdOfEgnyte() {
        assertThat(UUID.fromString(written(1, 2))).hasToString(written(1, 2));
    }

    @Test
    void isFarFromItsNeighbours() {
        assertThat(written(1, 2).substring(0, 2)).isNotEqualTo(written(1, 3).substring(0, 2));
    }

    private static String written(int series, long number) {
        var target = new byte[EventId.LENGTH];
        EventId.write(target, 0, 42, series, number);
        return new String(target, US_ASCII);
    }
}
