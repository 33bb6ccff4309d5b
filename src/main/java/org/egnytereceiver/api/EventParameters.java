package org.egnytereceiver.api;

import java.util.Set;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.EventFilter;

/** By what events can be filtered. */
final class EventParameters {

    static final Set<String> NAMES = Set.of("feed", "product", "domain", "type", "family", "state", "known", "eventId",
            "path", "user", "from", "to", "receivedFrom", "receivedTo");

    private EventParameters() {
    }

    static EventFilter filter(Parameters parameters) {
        return new EventFilter(
                parameters.text("feed"),
                parameters.oneOf("product", Product::named),
                parameters.text("domain"),
                parameters.text("type"),
                parameters.text("family"),
                parameters.oneOf("state", EntryState::named),
                parameters.truth("known"),
                parameters.text("eventId"),
                parameters.text("path"),
                parameters.text("user"),
                parameters.time("from"),
                parameters.time("to"),
                parameters.time("receivedFrom"),
                parameters.time("receivedTo"));
    }
}
