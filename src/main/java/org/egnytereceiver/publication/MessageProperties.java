package org.egnytereceiver.publication;

import jakarta.jms.JMSProducer;
import java.util.Optional;
import org.egnytereceiver.journal.StoredEvent;

/** The properties of a message on the topic, as selectors of other applications use them. */
final class MessageProperties {

    private static final int BODY_VERSION = 1;

    /** The broker refuses a message whose properties are too large for one frame; nobody selects by such a value. */
    private static final int LONGEST_PROPERTY = 1_000;

    private MessageProperties() {
    }

    static void set(JMSProducer message, StoredEvent event) {
        message.setJMSType(event.type());
        message.setProperty("eventKey", key(event));
        message.setProperty("eventFamily", event.family());
        message.setProperty("eventProduct", event.product().wireName());
        message.setProperty("egnyteFeed", event.feed());
        message.setProperty("recordedAt", event.receivedAt().toEpochMilli());
        message.setProperty("bodyVersion", BODY_VERSION);
        Optional.ofNullable(event.domain()).ifPresent(domain -> message.setProperty("egnyteDomain", domain));
        Optional.ofNullable(event.occurredAt()).ifPresent(at -> message.setProperty("occurredAt", at.toEpochMilli()));
        Optional.ofNullable(event.webhookId()).filter(id -> id.length() <= LONGEST_PROPERTY)
                .ifPresent(id -> message.setProperty("webhookId", id));
        Optional.ofNullable(event.traceparent()).ifPresent(trace -> message.setProperty("traceparent", trace));
    }

    /** Product, domain and event id; a colon within the domain is written %3A, so that no two events share a key. */
    private static String key(StoredEvent event) {
        var domain = event.domain() == null ? "" : event.domain().replace("%", "%25").replace(":", "%3A") + ":";
        return event.product().wireName() + ":" + domain + event.eventId();
    }
}
