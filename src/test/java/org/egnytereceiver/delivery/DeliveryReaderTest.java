package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.reading.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReaderTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String GOOD = "{\"eventId\":\"1\",\"domain\":\"acme\"}";

    static Stream<Arguments> connectBodies() {
        return Stream.of(
                body("[]", 0),
                body("[" + GOOD + "]", 1),
                body("\uFEFF [ " + GOOD + " ] ", 1),
                body("[" + GOOD + "," + GOOD + "]", 2),
                body("", 0, Reason.NOT_JSON),
                body(" \n", 0, Reason.NOT_JSON),
                body("\uFEFF", 0, Reason.NOT_JSON),
                body("eventId=1", 0, Reason.NOT_JSON),
                body("{", 0, Reason.NOT_JSON),
                body("[" + GOOD, 0, Reason.NOT_JSON),
                body("[" + GOOD + "] x", 0, Reason.NOT_JSON),
                body("[" + GOOD + ",]", 0, Reason.NOT_JSON),
                body("[" + GOOD + ",nul]", 0, Reason.NOT_JSON),
                body("[" + GOOD + ",{\"eventId\":}]", 0, Reason.NOT_JSON),
                body("[{\"eventId\":\"1\",\"domain\":\"acme\",\"n\":01}]", 0, Reason.NOT_JSON),
                body("null", 0, Reason.WRONG_KIND),
                body("42", 0, Reason.WRONG_KIND),
                body("\"[]\"", 0, Reason.WRONG_KIND),
                body(GOOD, 0, Reason.WRONG_KIND),
                body("[1,null,\"x\",[],true]", 0, Reason.IDENTITY, Reason.IDENTITY, Reason.IDENTITY, Reason.IDENTITY,
                        Reason.IDENTITY),
                body("[{}," + GOOD + "]", 1, Reason.IDENTITY),
                body("[{\"eventId\":\"1\"}]", 0, Reason.IDENTITY),
                body("[{\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"\",\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"1\",\"domain\":\"\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":null,\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":{},\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"1\",\"eventId\":\"1\",\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"\\u0000\",\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"1\",\"domain\":\"\\ud83d\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"" + "x".repeat(1001) + "\",\"domain\":\"acme\"}]", 0, Reason.IDENTITY),
                body("[{\"eventId\":\"" + "x".repeat(1000) + "\",\"domain\":\"acme\"}]", 1),
                body("[{\"eventId\":1,\"domain\":\"acme\"}]", 1),
                body("[" + GOOD + ",{\"deep\":" + "[".repeat(64) + "]".repeat(64) + "}," + GOOD + "]", 2, Reason.LIMIT),
                body("[" + GOOD + ",{\"long\":" + "9".repeat(65) + "}," + GOOD + "]", 2, Reason.LIMIT));
    }

    static Stream<Arguments> mspBodies() {
        return Stream.of(
                body("{\"event_type\":\"INVOICE_PAID\"}", 1),
                body(" {\"event_type\":\"INVOICE_PAID\"} ", 1),
                body("[{\"event_type\":\"INVOICE_PAID\"},{\"event_type\":\"SOMETHING_NEW\"}]", 2),
                body("[]", 0),
                body("{}", 0, Reason.IDENTITY),
                body("{\"event_type\":\"A\",\"event_type\":\"B\"}", 0, Reason.IDENTITY),
                body("{\"event_type\":\"A\"", 0, Reason.NOT_JSON),
                body("{\"event_type\":\"A\"}{}", 0, Reason.NOT_JSON),
                body("{\"event_type\":A}", 0, Reason.NOT_JSON),
                body("null", 0, Reason.WRONG_KIND),
                body("\"A\"", 0, Reason.WRONG_KIND),
                body("{\"event_type\":\"A\",\"deep\":" + "[".repeat(64) + "]".repeat(64) + "}", 0, Reason.LIMIT));
    }

    private static Arguments body(String body, int readable, Reason... unreadable) {
        return Arguments.of(body, readable, List.of(unreadable));
    }

    @ParameterizedTest
    @MethodSource("connectBodies")
    void sortsTheElementsOfAConnectBody(String body, int readable, List<Reason> unreadable) {
        expect(read(Product.CONNECT, body), readable, unreadable);
    }

    @ParameterizedTest
    @MethodSource("mspBodies")
    void sortsTheElementsOfAnMspBody(String body, int readable, List<Reason> unreadable) {
        expect(read(Product.MSP, body), readable, unreadable);
    }

    private static void expect(Delivery delivery, int readable, List<Reason> unreadable) {
        assertThat(delivery.events()).hasSize(readable);
        assertThat(delivery.unreadable()).extracting(Element.Unreadable::reason).isEqualTo(unreadable);
    }

    @Test
    void keepsEveryElementAsItWasSent() {
        var first = "{ \"eventId\" : \"1\", \"domain\":\"acme\", \"größe\":\"\\u00e4😀\"}";
        var odd = "{\"eventId\" :\t1.50 }";
        var delivery = read(Product.CONNECT, "[\n" + first + " ,\r" + odd + "]");
        assertThat(delivery.events()).extracting(Element.Readable::raw).containsExactly(first);
        assertThat(delivery.unreadable()).extracting(Element.Unreadable::raw).containsExactly(odd.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", GOOD, "[" + GOOD})
    void keepsABodyThatIsNoArrayAsOneElement(String body) {
        var delivery = read(Product.CONNECT, body);
        assertThat(delivery.size()).isOne();
        assertThat(delivery.unreadable()).extracting(Element.Unreadable::raw).containsExactly(body.getBytes(UTF_8));
    }

    @Test
    void quarantinesABrokenEncodingAndReadsItsNeighbours() {
        var broken = "{\"eventId\":\"\u00FC\",\"domain\":\"acme\"}".getBytes(ISO_8859_1);
        var delivery = read(Product.CONNECT, ("[" + GOOD + "," + new String(broken, ISO_8859_1) + "," + GOOD + "]").getBytes(ISO_8859_1));
        expect(delivery, 2, List.of(Reason.ENCODING));
        assertThat(delivery.unreadable().get(0).raw()).isEqualTo(broken);
    }

    @Test
    void quarantinesWhatItsFeedMayNotSpeakFor() {
        var feed = new Feed("archive", Set.of(Product.CONNECT), "Authorization", List.of(), Set.of("acme"));
        var delivery = reader().read(feed, Product.CONNECT,
                sent(("[" + GOOD + ",{\"eventId\":\"2\",\"domain\":\"ACME\"}]").getBytes(UTF_8)), null);
        expect(delivery, 1, List.of(Reason.DOMAIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "egnyte.delivery.max-number-length | 5 | 12345 | 123456", "egnyte.delivery.max-string-length | 7 | \"1234567\" | \"12345678\"",
        "egnyte.delivery.max-depth | 5 | [[[[0]]]] | [[[[[0]]]]]", "egnyte.delivery.max-element-values | 6 | [0,0] | [0,0,0]"})
    void quarantinesAnElementBeyondALimit(String limit, String value, String most, String more) {
        var event = "[{\"domain\":\"acme\",\"eventId\":\"1\",\"x\":%s}]";
        var settings = Map.of(limit, value);
        expect(read(settings, event.formatted(most)), 1, List.of());
        expect(read(settings, event.formatted(more)), 0, List.of(Reason.LIMIT));
    }

    @Test
    void quarantinesABodyOfTooManyElementsAsOne() {
        var most = Map.of("egnyte.delivery.max-elements", "3");
        assertThat(reader().read(anyFeed(), Product.CONNECT, sent(elements(3), most), null).events()).hasSize(3);
        expect(reader().read(anyFeed(), Product.CONNECT, sent(elements(4), most), null), 0, List.of(Reason.TOO_MANY));
    }

    @Test
    void quarantinesABodyOfTooManyValuesAsOneAndDoesNotReadIt() {
        var most = Map.of("egnyte.delivery.max-values", "7");
        expect(read(most, "[" + GOOD + "," + GOOD + "]"), 2, List.of());
        expect(read(most, "[" + GOOD + "," + GOOD + ",{}]"), 0, List.of(Reason.TOO_MANY));
    }

    @Test
    void quarantinesAnElementOfTooManyValuesAndReadsItsNeighbours() {
        var most = Map.of("egnyte.delivery.max-element-values", "8");
        var full = "{\"eventId\":\"1\",\"domain\":\"acme\",\"x\":[0,0,0%s]}";
        expect(read(most, "[" + GOOD + "," + full.formatted("") + "," + GOOD + "]"), 3, List.of());
        expect(read(most, "[" + GOOD + "," + full.formatted(",0,0") + "," + GOOD + "]"), 2, List.of(Reason.LIMIT));
    }

    @Test
    void quarantinesWhatCouldNotBeUnpacked() {
        var broken = new Body(elements(1), false, LimitsOf.settings(Map.of()));
        expect(reader().read(anyFeed(), Product.CONNECT, broken, null), 0, List.of(Reason.BROKEN_GZIP));
    }

    @Test
    void saysWhoSentItWhenAndInWhichTrace() {
        var delivery = reader().read(anyFeed(), Product.CONNECT, sent(elements(0)), "a trace");
        assertThat(delivery).isEqualTo(new Delivery("any", Product.CONNECT, NOW, "a trace", List.of(), List.of()));
    }

    @Test
    void accountsForEveryByteOfAnyArray() {
        var seed = new Random().nextLong();
        var random = new RandomJson(new Random(seed));
        for (var i = 0; i < 500; i++) {
            var body = random.array();
            WhatWasSent.isAccountedForBy(read(Product.CONNECT, body), body.getBytes(UTF_8));
            try (var parser = Json.createReader(new StringReader(body))) {
                assertThat(read(Product.CONNECT, body).size()).as("seed %d, body %d", seed, i)
                        .isEqualTo(parser.readArray().size());
            }
        }
    }

    /** Whatever one byte does to a delivery, it is kept; an exception would have Egnyte send it until the end of days. */
    @Test
    void survivesAnyDamagedByte() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var reader = reader();
        for (var i = 0; i < 5_000; i++) {
            var bytes = ("[{\"eventId\":\"1\",\"domain\":\"acme\",\"eventType\":\"fs:add_file\",\"timestamp\":17.5e8,"
                    + "\"user\":{\"id\":1},\"data\":{\"targetPath\":\"\\u00e4\",\"size\":12}}]").getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            var delivery = reader.read(anyFeed(), random.nextBoolean() ? Product.CONNECT : Product.MSP, sent(bytes), null);
            assertThat(delivery.size()).as("seed %d, body %d: %s", seed, i, new String(bytes, ISO_8859_1)).isOne();
            WhatWasSent.isAccountedForBy(delivery, bytes);
        }
    }

    private static byte[] elements(int number) {
        return IntStream.range(0, number).mapToObj(i -> GOOD).collect(Collectors.joining(",", "[", "]")).getBytes(UTF_8);
    }

    private static Delivery read(Map<String, String> settings, String body) {
        return reader().read(anyFeed(), Product.CONNECT, sent(body.getBytes(UTF_8), settings), null);
    }

    private static Delivery read(Product product, String body) {
        return read(product, body.getBytes(UTF_8));
    }

    private static Delivery read(Product product, byte[] body) {
        return reader().read(anyFeed(), product, sent(body), null);
    }

    private static Body sent(byte[] bytes) {
        return sent(bytes, Map.of());
    }

    private static Body sent(byte[] bytes, Map<String, String> settings) {
        return new Body(bytes, true, LimitsOf.settings(settings));
    }

    private static Feed anyFeed() {
        return new Feed("any", Set.of(Product.values()), "Authorization", List.of(), Set.of());
    }

    private static DeliveryReader reader() {
        var reader = new DeliveryReader();
        reader.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        reader.events = Readers.real();
        return reader;
    }
}
