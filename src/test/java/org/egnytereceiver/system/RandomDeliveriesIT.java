package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Deliveries as nobody thought of them. */
class RandomDeliveriesIT extends SystemTest {

    private static final int EVENTS = 3000;
    private static final int LARGEST_DELIVERY = 1000;
    private static final int NOTICES = 200;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String domain = freshDomain();
    private final RandomEvents events = new RandomEvents(random);

    /** Raw texts by event id. */
    private final Map<String, String> sent = new HashMap<>();

    @Test
    void everyEventIsStoredWorkedAndPublishedAsItWasSent(TestReporter reporter) {
        reporter.publishEntry("seed", String.valueOf(seed));

        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            while (sent.size() < EVENTS) {
                deliverSome(1 + random.nextInt(Math.min(LARGEST_DELIVERY, EVENTS - sent.size())));
            }
            Awaiting.untilAllAreProcessed(receiver, domain, EVENTS);
            Awaiting.until("all messages", () -> assertThat(subscription.messages()).hasSize(EVENTS));

            assertThat(subscription.bodies()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(sent.values());
        }
        receiver.events(Map.of("domain", domain)).stream().filter(event -> random.nextInt(10) == 0).forEach(
                event -> assertThat(receiver.event(event.getString("id")).getString("raw")).as("seed " + seed)
                        .isEqualTo(sent.get(event.getString("eventId"))));
    }

    @Test
    void everyNoticeIsStoredAndPublishedAsItWasSent(TestReporter reporter) {
        reporter.publishEntry("seed", String.valueOf(seed));
        var notices = new ArrayList<String>();

        try (var subscription = Subscription.to("eventProduct = 'msp'")) {
            while (notices.size() < NOTICES) {
                var notice = events.notice();
                receiver.deliver("msp", notice).counts(1, 1, 0, 0);
                notices.add(notice);
            }
            Awaiting.until("all messages", () -> assertThat(subscription.messages()).hasSize(NOTICES));

            assertThat(subscription.bodies()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(notices);
        }
    }

    /** New events, some of them twice, and some that came before. */
    private void deliverSome(int fresh) {
        var elements = new ArrayList<String>();
        for (var i = 0; i < fresh; i++) {
            var id = "event-" + sent.size();
            sent.put(id, events.event(domain, id));
            elements.add(sent.get(id));
        }
        var again = Math.min(random.nextInt(20), LARGEST_DELIVERY - fresh);
        for (var i = 0; i < again; i++) {
            elements.add(sent.get("event-" + random.nextInt(sent.size())));
        }
        receiver.deliver(array(elements)).counts(fresh + again, fresh, again, 0);
    }
}
