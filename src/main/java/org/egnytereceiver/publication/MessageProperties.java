package org.egnytereceiver.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.egnytereceiver.journal.StoredEvent;

/** The properties of a message on the topic, as selectors of other applications use them. */
final class MessageProperties {

    private static final int BODY_VERSION = 1;

    /** The broker refuses a message whose properties are too large for one frame; nobody selects by such a value. */
    private static final int LONGEST_PROPERTY = 1_000;

    private MessageProperties() {
    }

    static Map<String, Object> of(StoredEvent event) {
        var properties = new HashMap<String, Object>();
        properties.put("eventKey", key(event));
        properties.put("eventFamily", event.family());
        properties.put("eventProduct", event.product().wireName());
        properties.put("egnyteFeed", event.feed());
        properties.put("recordedAt", event.receivedAt().toEpochMilli());
        properties.put("bodyVersion", BODY_VERSION);
        Optional.ofNullable(event.domain()).ifPresent(domain -> properties.put("egnyteDomain", domain));
        Optional.ofNullable(event.occurredAt()).ifPresent(at -> properties.put("occurredAt", at.toEpochMilli()));
        Optional.ofNullable(event.webhookId()).filter(id -> id.length() <= LONGEST_PROPERTY)
                .ifPresent(id -> properties.put("webhookId", id));
        Optional.ofNullable(event.traceparent()).ifPresent(trace -> properties.put("traceparent", trace));
        return properties;
    }

    /** Product, domain and event id; a colon within the domain is written %3A, so that no two events share a key. */
    private static String key(StoredEvent event) {
        var domain = event.domain() == null ? "" : event.domain().replace("%", "%25").replace(":", "%3A") + ":";
        return event.product().wireName() + ":" + domain + event.eventId();
    }
}
