package org.egnytereceiver.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePropertiesTest {

    private static final Instant OCCURRED = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final Instant RECEIVED = Instant.ofEpochMilli(1_700_000_001_456L);

    @Test
    void sayEverythingThatIsKnown() {
        var properties = MessageProperties.of(event(Product.CONNECT, "acme", "e1", OCCURRED, "w1", "trace"));
        assertThat(properties).containsOnly(
                entry("eventKey", "connect:acme:e1"),
                entry("eventFamily", "fs"),
                entry("eventProduct", "connect"),
                entry("egnyteDomain", "acme"),
                entry("egnyteFeed", "archive"),
                entry("occurredAt", 1_700_000_000_123L),
                entry("recordedAt", 1_700_000_001_456L),
                entry("webhookId", "w1"),
                entry("traceparent", "trace"),
                entry("bodyVersion", 1));
    }

    @Test
    void leaveOutWhatIsNotKnown() {
        assertThat(MessageProperties.of(event(Product.MSP, null, "d1", null, null, null)))
                .doesNotContainKeys("egnyteDomain", "occurredAt", "webhookId", "traceparent");
    }

    @ParameterizedTest
    @CsvSource({
            "CONNECT, acme,    1,    connect:acme:1",
            "CONNECT, acme,    b:1,  connect:acme:b:1",
            "CONNECT, acme:b,  1,    connect:acme%3Ab:1",
            "CONNECT, acme%3Ab, 1,   connect:acme%253Ab:1",
            "MSP,     ,        f00d, msp:f00d"})
    void giveNoTwoEventsTheSameKey(Product product, String domain, String id, String key) {
        assertThat(MessageProperties.of(event(product, domain, id, null, null, null))).containsEntry("eventKey", key);
    }

    private static StoredEvent event(Product product, String domain, String id, Instant occurred, String webhook, String trace) {
        return new StoredEvent(7, "archive", product, domain, id, "fs:add_file", "fs", true, true, occurred, RECEIVED,
                "/a", "u", webhook, trace, "{}");
    }
}
