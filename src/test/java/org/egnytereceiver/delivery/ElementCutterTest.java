package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementCutterTest {

    private static final ElementLimits WIDE = new ElementLimits(500, 1000, 1 << 20);
    private static final ElementLimits NARROW = new ElementLimits(3, 5, 4);

    static Stream<Arguments> arrays() {
        return Stream.of(
                array("[]"),
                array(" [ \t\r\n ] "),
                array("[{}]", "{}"),
                array("[{},{}]", "{}", "{}"),
                array("[ {\"a\":1} ,\n{\"b\":2}\r\n] ", "{\"a\":1}", "{\"b\":2}"),
                array("[{\"a\":{\"b\":[1,2]}},[3,[4]]]", "{\"a\":{\"b\":[1,2]}}", "[3,[4]]"),
                array("[1,-2.5e3,true,false,null,\"x\"]", "1", "-2.5e3", "true", "false", "null", "\"x\""),
                array("[\"]\",\"}{\",\",\"]", "\"]\"", "\"}{\"", "\",\""),
                array("[\"a\\\"]b\",1]", "\"a\\\"]b\"", "1"),
                array("[\"\\\\\",\"]\"]", "\"\\\\\"", "\"]\""),
                array("[\"\\u0022\",2]", "\"\\u0022\"", "2"),
                array("[\"\",\"\"]", "\"\"", "\"\""),
                array("[{\"größe\":\"漢字😀\"},1]", "{\"größe\":\"漢字😀\"}", "1"),
                array("[nonsense,{]]", "nonsense", "{]"));
    }

    private static Arguments array(String body, String... elements) {
        return Arguments.of(body, List.of(elements));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void cutsAnArrayIntoItsElements(String body, List<String> elements) {
        assertThat(cut(body)).contains(elements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[ ", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[,]", "[1 2]", "[{}{}]", "[{}", "[{]", "[}", "[:]",
            "[1}", "[\"a]", "[\"a\\", "[\"a\\u", "[\"\\\"]", "[]]", "[],", "[] x", "[1] [2]", "[1]\u0000", "[[]", "[\"a\" \"b\"]"})
    void doesNotCutWhatDoesNotEndWhereTheBodyEnds(String body) {
        assertThat(cut(body)).isEmpty();
    }

    @Test
    void beginsWhereItIsTold() {
        var body = "\uFEFF [1]".getBytes(UTF_8);
        assertThat(ElementCutter.elements(body, 4, WIDE)).contains(List.of(new ElementSlice(5, 6, true)));
    }

    @Test
    void leavesTheNeighboursOfABrokenEncodingAlone() {
        var body = "[{},\"??\",{}]".getBytes(UTF_8);
        body[5] = (byte) 0xC3;
        body[6] = (byte) 0xFF;
        assertThat(ElementCutter.elements(body, 0, WIDE).orElseThrow()).extracting(ElementSlice::start, ElementSlice::end)
                .containsExactly(tuple(1, 3), tuple(4, 8), tuple(9, 11));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(quoteCharacter = '`', value = {
            "`{\"a\":{\"b\":{}}}`, true",
            "`{\"a\":{\"b\":{\"c\":{}}}}`, false",
            "`[[[]]]`, true",
            "`[[[[]]]]`, false",
            "`[[],[],[],[]]`, true",
            "`\"[[[[\"`, true",
            "`12345`, true",
            "`123456`, false",
            "`-1234`, true",
            "`[1,123456]`, false",
            "`{\"a\":123456}`, false",
            "`\"1234\"`, true",
            "`\"12345\"`, false",
            "`{\"12345\":1}`, false",
            "`\"äöüß\"`, true",
            "`\"漢字漢字\"`, true",
            "`\"😀😀\"`, true",
            "`\"😀😀1\"`, false",
            "`\"\\n\\n\\n\\n\"`, true",
            "`\"\\n\\n\\n\\n\\n\"`, false",
            "`\"\\u0041\\u0041\\u0041\\u0041\"`, true",
            "`\"\\u0041\\u0041\\u0041\\u0041\\u0041\"`, false",
            "`\"\\\"\\\"\\\\\\\\\"`, true"})
    void knowsWhetherAnElementIsWithinItsLimits(String element, boolean withinLimits) {
        var body = ("[0," + element + ",0]").getBytes(UTF_8);
        assertThat(ElementCutter.elements(body, 0, NARROW).orElseThrow()).extracting(ElementSlice::withinLimits)
                .containsExactly(true, withinLimits, true);
    }

    @Test
    void countsTheArrayItselfForNoDepth() {
        var body = "[[[[]]]]".getBytes(UTF_8);
        assertThat(ElementCutter.elements(body, 0, NARROW).orElseThrow()).containsExactly(new ElementSlice(1, 7, true));
    }

    @Test
    void staysOnItsFeetInADepthThatNoParserWouldReach() {
        var depth = 1_000_000;
        var body = ("[" + "[".repeat(depth) + "]".repeat(depth) + ",1]").getBytes(UTF_8);
        assertThat(ElementCutter.elements(body, 0, WIDE).orElseThrow()).extracting(ElementSlice::withinLimits)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":[1]}", "{} \n"})
    void findsTheOneValueOfABody(String body) {
        assertThat(ElementCutter.single(body.getBytes(UTF_8), 0, WIDE).map(slice -> text(body.getBytes(UTF_8), slice)))
                .contains(body.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}{}", "{},", "{} x", "{}]", "}"})
    void findsNoSingleValueWhereMoreOrLessStands(String body) {
        assertThat(ElementCutter.single(body.getBytes(UTF_8), 0, WIDE)).isEmpty();
    }

    @Test
    void cutsWhatJoinedAgainIsWhatWasSent() {
        var seed = new Random().nextLong();
        var random = new RandomJson(new Random(seed));
        for (var i = 0; i < 500; i++) {
            var elements = random.values();
            var body = "[" + random.blank() + String.join(random.blank() + "," + random.blank(), elements) + random.blank() + "]";
            assertThat(cut(body)).as("seed %d, body %d: %s", seed, i, body).contains(elements);
        }
    }

    /** Else a limit of values that holds for each element would not hold for the body. */
    @Test
    void seesNoMoreValuesInAllElementsThanThereAreInTheBody() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var body = ("[" + oddText(random) + "]").getBytes(UTF_8);
            ElementCutter.elements(body, 0, WIDE).filter(slices -> !slices.isEmpty()).ifPresent(slices ->
                    assertThat(1 + slices.stream().mapToInt(slice -> Body.values(body, slice.start(), slice.end())).sum())
                            .as("seed %d: %s", seed, new String(body, UTF_8)).isEqualTo(Body.values(body, 0, body.length)));
        }
    }

    private static String oddText(Random random) {
        return random.ints(random.nextInt(1, 30), 0, 9).mapToObj(i -> String.valueOf("\"\\u1{},:[".charAt(i)))
                .collect(Collectors.joining());
    }

    @Test
    void seesTheSameElementsAsTheJsonParser() {
        var seed = new Random().nextLong();
        var random = new RandomJson(new Random(seed));
        for (var i = 0; i < 500; i++) {
            var body = random.array().getBytes(UTF_8);
            var slices = ElementCutter.elements(body, 0, WIDE).orElseThrow();
            try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
                var parsed = reader.readArray();
                var cut = Json.createArrayBuilder();
                slices.forEach(slice -> cut.add(value(text(body, slice))));
                assertThat((Object) cut.build()).as("seed %d, body %d", seed, i).isEqualTo(parsed);
            }
        }
    }

    @Test
    void agreesWithTheJsonParserOnWhatIsNoArray() {
        var seed = new Random().nextLong();
        var choice = new Random(seed);
        var random = new RandomJson(choice);
        for (var i = 0; i < 3_000; i++) {
            var body = damaged(random.array(), choice);
            var accepted = cut(body).filter(elements -> elements.stream().allMatch(JsonSyntax::isValid)).isPresent();
            assertThat(accepted).as("seed %d, body %d: %s", seed, i, body).isEqualTo(JsonSyntax.isValid(body));
        }
    }

    /** Takes one character out, puts one in, or changes one; the opening bracket stays. */
    private static String damaged(String json, Random choice) {
        var at = 1 + choice.nextInt(json.length() - 1);
        var other = String.valueOf("[]{},:\"\\ 0e-tx".charAt(choice.nextInt(14)));
        return switch (choice.nextInt(3)) {
            case 0 -> json.substring(0, at) + json.substring(at + 1);
            case 1 -> json.substring(0, at) + other + json.substring(at);
            default -> json.substring(0, at) + other + json.substring(at + 1);
        };
    }

    private static Optional<List<String>> cut(String body) {
        var bytes = body.getBytes(UTF_8);
        return ElementCutter.elements(bytes, Utf8.start(bytes), WIDE)
                .map(slices -> slices.stream().map(slice -> text(bytes, slice)).toList());
    }

    private static String text(byte[] body, ElementSlice slice) {
        return new String(body, slice.start(), slice.end() - slice.start(), UTF_8);
    }

    private static JsonValue value(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
