package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[1,2,3]                     | 4",
            "{\"a\":1,\"b\":[{},{}]}     | 7",
            "\"a,b\"                     | 1",
            "[\"a,b\\\",\",\"{[\",\"\\\\\",1] | 5",
            "''                          | 1",
            "[\"                         | 2",
            "[\"\\                       | 2"})
    void countsItsValuesButNothingWithinATextAsOne(String json, int values) {
        assertThat(values(json)).isEqualTo(values);
    }

    @Test
    void countsNoLessThanThereAre() {
        var seed = new Random().nextLong();
        var random = new RandomJson(new Random(seed));
        for (var i = 0; i < 500; i++) {
            var json = random.array();
            try (var reader = Json.createReader(new StringReader(json))) {
                assertThat(values(json)).as("seed %d, body %d: %s", seed, i, json)
                        .isGreaterThanOrEqualTo(count(reader.readArray()));
            }
        }
    }

    private static int values(String json) {
        return new Body(json.getBytes(UTF_8), true, LimitsOf.settings(Map.of())).values();
    }

    private static int count(JsonValue value) {
        return 1 + switch (value.getValueType()) {
            case ARRAY -> ((JsonArray) value).stream().mapToInt(BodyTest::count).sum();
            case OBJECT -> ((JsonObject) value).values().stream().mapToInt(BodyTest::count).sum();
            default -> 0;
        };
    }
}
