package org.egnytereceiver.event;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeaningTest {

    @ParameterizedTest
    @MethodSource("everyFixture")
    void theOrderOfKeysDoesNotCount(String text) {
        var seed = new Random().nextLong();
        var shuffled = shuffled(Fixtures.json(text), new Random(seed));

        assertThat(digest(shuffled)).as("seed " + seed).isEqualTo(digest(text));
    }

    @Test
    void everyFixtureMeansSomethingElse() {
        assertThat(everyFixture().map(MeaningTest::digest)).doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "10|10.0", "10|1e1", "10|100E-1", "0|-0", "0|0.00", "0|0e999999999", "-5|-5.0e0", "1e999999999|10e999999998",
        "1e99999999999|10e99999999998", "0.1|1e-1", "\"a\"|\"\\u0061\"", "\"/\"|\"\\/\"", "[1,2]|[ 1.0 , 2 ]",
        "{}|{ }"})
    void theSpellingDoesNotCount(String one, String other) {
        assertThat(digest(holding(one))).isEqualTo(digest(holding(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "1|\"1\"", "1|-1", "1|10", "10|1e2", "1e999999999|1e999999998", "true|\"true\"", "true|false", "null|\"null\"",
        "null|false", "null|{}", "[]|{}", "[]|null", "\"\"|null", "[1,2]|[2,1]", "[1,2]|[12]", "[[1],2]|[[1,2]]",
        "[\"a\",\"b\"]|[\"ab\"]", "[\"a\\\"1:b\"]|[\"a\",\"b\"]", "{\"a\":\"b\"}|[\"a\",\"b\"]", "\"a\"|\"A\"",
        "\"a\"|\"a \"", "\"\\ud800\"|\"\\ud801\"", "\"\\ud800\"|\"?\"", "{\"b\":null}|{}", "0|null"})
    void theValueAndItsKindCount(String one, String other) {
        assertThat(digest(holding(one))).isNotEqualTo(digest(holding(other)));
    }

    @Test
    void aFieldIsNotItsNeighbour() {
        assertThat(digest("{\"ab\": \"c\"}")).isNotEqualTo(digest("{\"a\": \"bc\"}"));
        assertThat(digest("{\"a\": 1, \"b\": {\"c\": 2}}")).isNotEqualTo(digest("{\"a\": 1, \"b\": {}, \"c\": 2}"));
    }

    @Test
    void onlyTheTopLevelKeyIsIgnored() {
        var ignored = Set.of("webhookId");

        assertThat(Meaning.digest("{\"a\": 1, \"webhookId\": \"x\"}", ignored))
                .isEqualTo(Meaning.digest("{\"webhookId\": [], \"a\": 1}", ignored))
                .isEqualTo(digest("{\"a\": 1}"));
        assertThat(Meaning.digest("{\"a\": {\"webhookId\": \"x\"}}", ignored))
                .isNotEqualTo(Meaning.digest("{\"a\": {}}", ignored));
    }

    @Test
    void whereAKeyStandsTwiceTheOrderCounts() {
        var twice = "{\"b\": 0, \"a\": 1, \"a\": 2}";

        assertThat(digest(twice)).isEqualTo(digest("{ \"b\":0,\"a\":1.0,\"a\":2 }"))
                .isNotEqualTo(digest("{\"b\": 0, \"a\": 2, \"a\": 1}"))
                .isNotEqualTo(digest("{\"a\": 1, \"a\": 2, \"b\": 0}"))
                .isNotEqualTo(digest("{\"b\": 0, \"a\": 2}"));
        assertThat(digest(holding(twice))).isNotEqualTo(digest(holding("{\"b\": 0, \"a\": 2}")));
    }

    @Test
    void theSameTwiceIsNotTheSameOnce() {
        assertThat(digest("{\"a\": 1, \"a\": 1}")).isNotEqualTo(digest("{\"a\": 1}"));
    }

    @Test
    void depthIsNoDanger() {
        var depth = 990;

        assertThat(digest(holding("[".repeat(depth) + "]".repeat(depth)))).hasSize(64);
        assertThat(digest("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))).hasSize(64);
    }

    @Test
    void anEndlessNumberIsNoDanger() {
        assertThat(digest(holding("1".repeat(500_000)))).hasSize(64);
    }

    @Test
    void theDigestStaysTheSameForEver() {
        assertThat(digest("{\"b\": [1, \"x\", null, true, false], \"a\": {}}"))
                .isEqualTo("df5bb476e5587828ef91843529cdfe575c4fa48eaf97528ba614a79d9468efc1");
    }

    private static Stream<String> everyFixture() {
        return Stream.concat(Stream.of(ConnectEventType.values()).map(Fixtures::connect),
                Stream.of(MspEventType.values()).map(Fixtures::msp));
    }

    private static String digest(String text) {
        return Meaning.digest(text, Set.of());
    }

    private static String holding(String value) {
        return "{\"value\": " + value + "}";
    }

    private static String shuffled(JsonValue value, Random random) {
        if (value instanceof JsonObject object) {
            var keys = new ArrayList<>(object.keySet());
            Collections.shuffle(keys, random);
            return keys.stream().map(key -> Json.createValue(key) + " : " + shuffled(object.get(key), random))
                    .collect(joining(" , ", "{ ", " }"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(item -> shuffled(item, random)).collect(joining(",\n", "[", "]"));
        }
        return value.toString();
    }
}
