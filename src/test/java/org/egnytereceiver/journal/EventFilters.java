package org.egnytereceiver.journal;

import java.time.Instant;
import org.egnytereceiver.event.Product;

/** Filters of which a test names only what matters. */
final class EventFilters {

    private String feed;
    private Product product;
    private String domain;
    private String type;
    private String family;
    private EntryState state;
    private Boolean known;
    private String eventId;
    private String path;
    private String user;
    private Instant from;
    private Instant to;
    private Instant receivedFrom;
    private Instant receivedTo;

    static EventFilters any() {
        return new EventFilters();
    }

    EventFilters feed(String value) {
        feed = value;
        return this;
    }

    EventFilters product(Product value) {
        product = value;
        return this;
    }

    EventFilters domain(String value) {
        domain = value;
        return this;
    }

    EventFilters type(String value) {
        type = value;
        return this;
    }

    EventFilters family(String value) {
        family = value;
        return this;
    }

    EventFilters state(EntryState value) {
        state = value;
        return this;
    }

    EventFilters known(boolean value) {
        known = value;
        return this;
    }

    EventFilters eventId(String value) {
        eventId = value;
        return this;
    }

    EventFilters path(String value) {
        path = value;
        return this;
    }

    EventFilters user(String value) {
        user = value;
        return this;
    }

    EventFilters occurred(Instant first, Instant end) {
        from = first;
        to = end;
        return this;
    }

    EventFilters received(Instant first, Instant end) {
        receivedFrom = first;
        receivedTo = end;
        return this;
    }

    EventFilter filter() {
        return new EventFilter(feed, product, domain, type, family, state, known, eventId, path, user, from, to,
                receivedFrom, receivedTo);
    }
}
