package org.egnytereceiver.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Records written back as the JSON they were read from, so that a test can compare the two. */
public final class Spelled {

    private Spelled() {
    }

    public static JsonObject json(Record value) {
        var object = Json.createObjectBuilder();
        components(value).filter(component -> get(component, value) != null)
                .forEach(component -> object.add(component.getName(), spelled(get(component, value))));
        return object.build();
    }

    /** The places of all components, at any depth, that hold nothing: {@code workflow.templateId}. */
    public static List<String> gaps(Record value) {
        var gaps = new ArrayList<String>();
        components(value).forEach(component -> gaps.addAll(gaps(component.getName(), get(component, value))));
        return gaps;
    }

    /** The component of this name, which is a record itself. */
    public static Record component(Object value, String name) {
        return components((Record) value).filter(component -> component.getName().equals(name))
                .map(component -> (Record) get(component, (Record) value)).findFirst().orElseThrow();
    }

    private static List<String> gaps(String name, Object value) {
        if (value instanceof Record inner) {
            return gaps(inner).stream().map(gap -> name + "." + gap).toList();
        }
        if (value instanceof List<?> items && !items.isEmpty()) {
            return items.stream().flatMap(item -> gaps(name, item).stream()).toList();
        }
        return value == null || List.of().equals(value) ? List.of(name) : List.of();
    }

    private static JsonValue spelled(Object value) {
        if (value instanceof Record inner) {
            return json(inner);
        }
        if (value instanceof List<?> items) {
            var array = Json.createArrayBuilder();
            items.forEach(item -> array.add(spelled(item)));
            return array.build();
        }
        return value instanceof Long number ? Json.createValue(number)
                : value instanceof Instant time ? Json.createValue(time.toEpochMilli())
                : Json.createValue((String) value);
    }

    private static Stream<RecordComponent> components(Record value) {
        return Stream.of(value.getClass().getRecordComponents());
    }

    private static Object get(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
