package org.egnytereceiver.system;

import static java.util.stream.Collectors.joining;
import static org.egnytereceiver.support.Fixtures.json;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.system.Samples.quoted;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Fixtures;

/** Events of all types and of none, with keys in any order, white space in any place and texts of all planes. */
final class RandomEvents {

    private static final String[] BLANKS = {"", "", "", " ", "\n  ", "\t", " \r\n"};
    private static final String LETTERS = "abcXYZ 019/.-_%'\\\"äßéñ中文日本語ключالعربية😀🗂️";

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    String event(String domain, String eventId) {
        var types = ConnectEventType.values();
        var type = random.nextInt(types.length + 1);
        var event = type == types.length ? Fixtures.read("unknown/connect.json") : Fixtures.connect(types[type]);
        return written(json(varied(Samples.identified(event, domain, eventId))));
    }

    String notice() {
        var types = MspEventType.values();
        var type = random.nextInt(types.length + 1);
        var notice = type == types.length ? Fixtures.read("unknown/msp.json") : Fixtures.msp(types[type]);
        return written(json(varied(Samples.fresh(notice))));
    }

    private String varied(String event) {
        return with(with(event, "extra", quoted(text())), "when", String.valueOf(random.nextLong()));
    }

    private String text() {
        return random.ints(random.nextInt(60), 0, LETTERS.codePointCount(0, LETTERS.length()))
                .map(i -> LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, i)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private String written(JsonValue value) {
        if (value instanceof JsonObject object) {
            var fields = new ArrayList<>(object.entrySet());
            Collections.shuffle(fields, random);
            return list("{", fields.stream().map(field ->
                    Json.createValue(field.getKey()) + blank() + ":" + blank() + written(field.getValue())), "}");
        }
        return value.toString();
    }

    private String list(String opening, Stream<String> items, String closing) {
        return items.map(item -> blank() + item + blank()).collect(joining(",", opening, closing));
    }

    private String blank() {
        return BLANKS[random.nextInt(BLANKS.length)];
    }
}
