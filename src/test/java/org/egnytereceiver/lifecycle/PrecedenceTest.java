package org.egnytereceiver.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Precedence precedence = new Precedence();

    @Test
    void whatCanWaitWaitsAsLongAsItMayWhileMostDeliveriesQueue() throws InterruptedException {
        precedence.claim();
        precedence.queue();
        var since = System.nanoTime();
        precedence.giveWay(PAUSE);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(PAUSE);
    }
}
