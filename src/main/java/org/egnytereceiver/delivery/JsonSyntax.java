package org.egnytereceiver.delivery;

import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** Tells whether a text is one JSON value and nothing else. Asked only about what cannot be read as an event. */
final class JsonSyntax {

    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private JsonSyntax() {
    }

    static boolean isValid(String text) {
        try (var parser = JSON.createParser(new StringReader(text))) {
            var values = 0;
            while (parser.hasNext()) {
                parser.next();
                values++;
            }
            return values > 0;
        } catch (RuntimeException notJson) {
            // Not only JsonException: Parsson says with a plain one that it reads no deeper than 1,000.
            return false;
        }
    }
}
