package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for the asynchronous half, each with a limit. */
final class Awaiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Awaiting() {
    }

    static void untilAllAreProcessed(Receiver receiver, String domain, int count) {
        await("events of " + domain + " processed").atMost(LONGEST).pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(receiver.events(Map.of("domain", domain, "state", "PROCESSED")))
                        .hasSize(count));
    }

    /** @return the event as it is then */
    static JsonObject untilItIs(String state, Receiver receiver, String domain, String eventId) {
        await(eventId + " " + state).atMost(LONGEST).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                receiver.eventOf(domain, eventId).getString("state")).isEqualTo(state));
        return receiver.eventOf(domain, eventId);
    }

    static void until(String what, ThrowingRunnable assertion) {
        await(what).atMost(LONGEST).untilAsserted(assertion);
    }
}
