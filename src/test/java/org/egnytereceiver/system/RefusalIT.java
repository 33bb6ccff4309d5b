package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Packed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the entrance does not take, and how it says so. Nothing of it is kept. */
class RefusalIT extends SystemTest {

    private static final int LARGEST_BODY = 10 << 20;

    private final Moment before = Moment.now(receiver);
    private final JsonObject figures = receiver.stats();
    private final String good = array(fileAdded(freshDomain(), "1"));

    @AfterEach
    void nothingIsKept() {
        assertThat(before.events()).isEmpty();
        assertThat(before.quarantined()).isEmpty();
        assertThat(receiver.stats().getInt("received")).isEqualTo(figures.getInt("received"));
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void anotherMethodIsNotAllowed(String method) {
        for (var entrance : new String[] {"connect", "msp", "connect/finance", "connect/nowhere"}) {
            var answer = receiver.send(receiver.bare(entrance).method(method, BodyPublishers.noBody())).refuses(405);

            assertThat(answer.header("Allow").split(", *")).contains("POST").isSubsetOf("POST", "OPTIONS");
        }
    }

    @Test
    void evenHeadIsNotAllowed() {
        var answer = receiver.send(receiver.bare("connect").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", *")).contains("POST").isSubsetOf("POST", "OPTIONS");
    }

    static Stream<Map<String, String>> callersWithoutProof() {
        return Stream.of(
                Map.of("entrance", "connect"),
                Map.of("entrance", "connect", "Authorization", ""),
                Map.of("entrance", "connect", "Authorization", "wrong"),
                Map.of("entrance", "connect", "Authorization", Receiver.SECRET + "x"),
                Map.of("entrance", "connect", "Authorization", Receiver.SECRET.toUpperCase()),
                Map.of("entrance", "connect", "Authorization", Receiver.SECRET + ", " + Receiver.NEXT_SECRET),
                Map.of("entrance", "connect", "X-Egnyte-Secret", Receiver.SECRET),
                Map.of("entrance", "msp", "Authorization", "partners-secret"),
                Map.of("entrance", "connect/nowhere", "Authorization", Receiver.SECRET),
                Map.of("entrance", "connect/finance", "Authorization", "finance-secret"),
                Map.of("entrance", "connect/finance", "X-Egnyte-Secret", Receiver.SECRET),
                Map.of("entrance", "connect/partners", "Authorization", "partners-secret"),
                Map.of("entrance", "msp/finance", "X-Egnyte-Secret", "finance-secret"),
                Map.of("entrance", "connect/FINANCE", "X-Egnyte-Secret", "finance-secret"));
    }

    @ParameterizedTest
    @MethodSource("callersWithoutProof")
    void aCallerWithoutProofIsRefusedAlwaysAlike(Map<String, String> caller) {
        var request = receiver.bare(caller.get("entrance")).header("Content-Type", "application/json");
        caller.entrySet().stream().filter(header -> !header.getKey().equals("entrance"))
                .forEach(header -> request.header(header.getKey(), header.getValue()));

        var answer = receiver.send(request.POST(BodyPublishers.ofString(good))).refuses(401);
        var usual = receiver.send(receiver.bare("connect").POST(BodyPublishers.ofString(good))).refuses(401);

        assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(usual));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(usual.header("WWW-Authenticate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "text/json",
        "application/json-patch+json", "application", ";", "*/*"})
    void anotherMediaTypeIsNotSupported(String type) {
        receiver.send(receiver.bare("connect").header("Authorization", Receiver.SECRET).header("Content-Type", type)
                .POST(BodyPublishers.ofString(good))).refuses(415);
    }

    @Test
    void aBodyWithoutMediaTypeIsNotSupported() {
        receiver.send(receiver.bare("connect").header("Authorization", Receiver.SECRET)
                .POST(BodyPublishers.ofString(good))).refuses(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "rot13"})
    void anotherContentEncodingIsNotSupported(String encoding) {
        receiver.send(receiver.delivery("connect").header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString(good))).refuses(415);
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        receiver.send(receiver.delivery("connect").POST(announced(LARGEST_BODY + 1))).refuses(413);
    }

    @Test
    void aBodyThatGrowsOverTheLimitIsTooLarge() {
        receiver.send(receiver.delivery("connect").POST(chunked(LARGEST_BODY + 1))).refuses(413);
    }

    @Test
    void aBodyThatUnpacksToMoreThanTheLimitIsTooLarge() {
        receiver.send(receiver.delivery("connect").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Packed.gzip(blanks(20 * LARGEST_BODY))))).refuses(413);
    }

    @Test
    void theMethodIsLookedAtFirst() {
        receiver.send(receiver.bare("connect").header("Content-Type", "text/plain").PUT(announced(LARGEST_BODY + 1)))
                .refuses(405);
    }

    @Test
    void theCallerIsLookedAtBeforeTypeAndSize() {
        receiver.send(receiver.bare("connect").header("Content-Type", "text/plain").POST(announced(LARGEST_BODY + 1)))
                .refuses(401);
    }

    @Test
    void theTypeIsLookedAtBeforeTheSize() {
        receiver.send(receiver.bare("connect").header("Authorization", Receiver.SECRET).header("Content-Type", "text/plain")
                .POST(announced(LARGEST_BODY + 1))).refuses(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elsewhere", "connect/finance/more", "application.wadl"})
    void anAddressThatIsNoEntranceIsNotFound(String address) {
        assertThat(receiver.send(receiver.delivery(address).POST(BodyPublishers.ofString(good))).status())
                .isIn(404, 405);
        receiver.send(receiver.bare(address)).refuses(404);
    }

    @Test
    void aNoticeAtTheWrongFeedIsRefused() {
        receiver.send(receiver.bare("msp/partners").header("Authorization", Receiver.SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Samples.notice(MspEventType.values()[0])))).refuses(401);
    }

    private static Map<String, Object> withoutInstance(Answer answer) {
        var problem = new HashMap<String, Object>(answer.json());
        problem.remove("instance");
        return problem;
    }

    private static byte[] blanks(int length) {
        return " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }

    private static BodyPublisher announced(int length) {
        return BodyPublishers.ofByteArray(blanks(length));
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks(length)));
    }
}
