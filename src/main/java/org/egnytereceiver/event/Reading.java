package org.egnytereceiver.event;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One JSON object as it was sent: its values, numbers in their own spelling, and the keys it holds twice, which a
 * {@code JsonObject} cannot show because there the last one wins.
 */
public final class Reading {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());

    private final Map<JsonObject, List<Entry<String, JsonValue>>> repetitive = new IdentityHashMap<>(1);
    private final JsonObject json;

    private Reading(JsonParser parser) {
        json = object(parser);
    }

    /** Reads the object a parser has just entered, up to and with its end. */
    public static Reading of(JsonParser parser) {
        return new Reading(parser);
    }

    static Reading of(String text) {
        try (var parser = JSON.createParser(new StringReader(text))) {
            demandObject(parser.next() == Event.START_OBJECT);
            return new Reading(parser);
        }
    }

    public JsonObject json() {
        return json;
    }

    /** @return the keys that stand more than once in the object itself */
    public Set<String> repeatedKeys() {
        var seen = new HashSet<String>();
        return asSent(json).stream().flatMap(List::stream).map(Entry::getKey)
                .filter(key -> !seen.add(key)).collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether any object, at any depth, holds a key more than once */
    public boolean repeatsAnywhere() {
        return !repetitive.isEmpty();
    }

    /** @return whether any object in the value under this key, at any depth, holds a key more than once */
    public boolean repeatsWithin(String key) {
        return repeatsAnywhere() && repeatsIn(json.get(key));
    }

    /** @return all members in the order sent, if the object holds a key more than once */
    Optional<List<Entry<String, JsonValue>>> asSent(JsonObject object) {
        return Optional.ofNullable(repetitive.get(object));
    }

    private boolean repeatsIn(JsonValue value) {
        if (value instanceof JsonObject object) {
            return repetitive.containsKey(object) || object.values().stream().anyMatch(this::repeatsIn);
        }
        return value instanceof JsonArray array && array.stream().anyMatch(this::repeatsIn);
    }

    private JsonObject object(JsonParser parser) {
        var sent = new ArrayList<Entry<String, JsonValue>>();
        for (var event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            demandObject(event == Event.KEY_NAME);
            sent.add(Map.entry(parser.getString(), value(parser.next(), parser)));
        }
        var object = BUILDERS.createObjectBuilder();
        sent.forEach(member -> object.add(member.getKey(), member.getValue()));
        return remembered(object.build(), sent);
    }

    private JsonObject remembered(JsonObject object, List<Entry<String, JsonValue>> sent) {
        if (object.size() < sent.size()) {
            repetitive.put(object, sent);
        }
        return object;
    }

    private JsonArray array(JsonParser parser) {
        var array = BUILDERS.createArrayBuilder();
        for (var event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, parser));
        }
        return array.build();
    }

    private JsonValue value(Event event, JsonParser parser) {
        return switch (event) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER -> new SentNumber(parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    private static void demandObject(boolean entered) {
        if (!entered) {
            throw new JsonbException("an event is a JSON object");
        }
    }
}
