package org.egnytereceiver.event;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one JSON object, asked for by name and kind. A field that is absent or of another kind is {@code null},
 * and what did not fit is kept as a {@linkplain #complaint() complaint}, so reading never fails. JSON-B would bind the
 * same records, but it takes a number for a text and loses the whole object where a single field does not fit.
 *
 * <p>Several names for one field are its name and its aliases: the first one present counts. {@code null} is absent.
 */
public final class Fields {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NUMBER = 64;

    private final JsonObject object;
    private final String place;
    private final boolean required;
    private final Complaints complaints;

    public Fields(JsonObject object) {
        this(object, "", false, new Complaints());
    }

    private Fields(JsonObject object, String place, boolean required, Complaints complaints) {
        this.object = object;
        this.place = place;
        this.required = required;
        this.complaints = complaints;
    }

    /** The same fields, where an absent one gives a complaint as well. */
    public Fields required() {
        return new Fields(object, place, true, complaints);
    }

    /** The same fields under names we only guess at, which is no ground for a complaint. */
    public Fields guessed() {
        return new Fields(object, place, false, new Complaints());
    }

    /** @return the first thing that did not fit, without any value of the event */
    public Optional<String> complaint() {
        return Optional.ofNullable(complaints.first);
    }

    public String text(String... names) {
        return field(Fields::asText, "a text", names);
    }

    /** A text, or a number as it is spelled. */
    public String id(String... names) {
        return field(value -> value instanceof JsonNumber ? value.toString() : asText(value), "an id", names);
    }

    /** A text that can name something: not empty, not endless, and fit for any database. */
    public String name(String... names) {
        return field(value -> isName(asText(value)) ? asText(value) : null, "a name", names);
    }

    public Long integer(String... names) {
        return field(Fields::asInteger, "a whole number", names);
    }

    public Boolean flag(String... names) {
        return field(Fields::asFlag, "true or false", names);
    }

    /** An epoch number, in quotes or without. */
    public Instant time(String... names) {
        return field(Fields::asTime, "a time", names);
    }

    /** An object of texts; numbers, true and false count as their text. */
    public Map<String, String> texts(String... names) {
        return field(Fields::asTexts, "an object of texts", names);
    }

    public <T> T object(String name, Function<Fields, T> shape) {
        return field(value -> value instanceof JsonObject inner ? shape.apply(within(inner, name)) : null,
                "an object", name);
    }

    public <T> List<T> objects(String name, Function<Fields, T> shape) {
        return field(value -> isArrayOfObjects(value) ? value.asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(item -> shape.apply(within(item, name))).toList() : null, "an array of objects", name);
    }

    private Fields within(JsonObject inner, String name) {
        return new Fields(inner, place + name + ".", false, complaints);
    }

    private <T> T field(Function<JsonValue, T> kind, String kindName, String... names) {
        var value = firstPresent(names);
        if (value == null && required) {
            complaints.add(place + names[0] + " is missing");
        }
        if (value == null) {
            return null;
        }
        var result = kind.apply(value);
        if (result == null) {
            complaints.add(place + names[0] + " is not " + kindName);
        }
        return result;
    }

    private JsonValue firstPresent(String... names) {
        for (var name : names) {
            var value = object.get(name);
            if (value != null && value != JsonValue.NULL) {
                return value;
            }
        }
        return null;
    }

    private static String asText(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : null;
    }

    private static Boolean asFlag(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }

    private static Long asInteger(JsonValue value) {
        if (!(value instanceof JsonNumber) || value.toString().length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(value.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant asTime(JsonValue value) {
        var number = value instanceof JsonNumber ? value.toString() : asText(value);
        return number == null ? null : EventTime.ofEpoch(number).orElse(null);
    }

    private static Map<String, String> asTexts(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        var texts = new HashMap<String, String>();
        for (var member : object.entrySet()) {
            if (isContainer(member.getValue())) {
                return null;
            }
            if (member.getValue() != JsonValue.NULL) {
                texts.put(member.getKey(), asPlainText(member.getValue()));
            }
        }
        return Map.copyOf(texts);
    }

    private static String asPlainText(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static boolean isContainer(JsonValue value) {
        return value instanceof JsonObject || value instanceof JsonArray;
    }

    private static boolean isArrayOfObjects(JsonValue value) {
        return value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance);
    }

    private static boolean isName(String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST_NAME
                && StorableText.is(text);
    }

    /** Only the first one is told, and it is told to whoever shares this. */
    private static final class Complaints {

        private String first;

        private void add(String complaint) {
            first = first == null ? complaint : first;
        }
    }
}
