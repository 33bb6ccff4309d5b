package org.egnytereceiver.benchmark.yardstick;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The elements of a body, cut with the streaming parser in one pass. */
final class Cut {

    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private final List<String> domains = new ArrayList<>();
    private final List<String> eventIds = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Long> timestamps = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();

    static Cut of(String body) {
        var cut = new Cut();
        try (var parser = JSON.createParser(new StringReader(body))) {
            if (parser.next() != Event.START_ARRAY) {
                throw new IllegalArgumentException("no array");
            }
            while (parser.next() != Event.END_ARRAY) {
                cut.element(parser, body);
            }
        }
        return cut;
    }

    private void element(JsonParser parser, String body) {
        var start = (int) parser.getLocation().getStreamOffset() - 1;
        String domain = null;
        String eventId = null;
        String type = null;
        Long timestamp = null;
        while (parser.next() == Event.KEY_NAME) {
            var key = parser.getString();
            var value = parser.next();
            switch (key) {
                case "domain" -> domain = parser.getString();
                case "eventId" -> eventId = parser.getString();
                case "eventType" -> type = parser.getString();
                case "timestamp" -> timestamp = parser.getLong();
                default -> skip(parser, value);
            }
        }
        keep(body.substring(start, (int) parser.getLocation().getStreamOffset()), domain, eventId, type, timestamp);
    }

    private static void skip(JsonParser parser, Event value) {
        if (value == Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private void keep(String raw, String domain, String eventId, String type, Long timestamp) {
        if (eventId == null || domain == null) {
            rest.add(raw);
            return;
        }
        domains.add(domain);
        eventIds.add(eventId);
        types.add(type);
        timestamps.add(timestamp);
        events.add(raw);
    }

    int size() {
        return events.size();
    }

    List<String> rest() {
        return rest;
    }

    List<String> events() {
        return events;
    }

    Object[][] columns() {
        return new Object[][] {domains.toArray(String[]::new), eventIds.toArray(String[]::new),
            types.toArray(String[]::new), timestamps.toArray(Long[]::new), events.toArray(String[]::new)};
    }
}
