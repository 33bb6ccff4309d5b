package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.egnytereceiver.problem.Refusal;
import org.egnytereceiver.support.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final String JSON = "application/json";
    private static final String WRONG_TYPE = "The body is not of a type the receiver takes";
    private static final String TOO_SLOW = "The request did not arrive in time";
    private static final String BROKEN_OFF = "The request cannot be read";
    private static final String NO_ROOM = "The receiver cannot do that at the moment; try again later";
    private static final String TOO_LARGE = "The body is larger than the receiver takes";
    private static final int UNKNOWN = -1;

    @ParameterizedTest
    @ValueSource(strings = {JSON, "Application/JSON", "application/json; charset=utf-8", "application/json ;x", " application/json "})
    void takesJson(String type) throws IOException {
        assertThat(read(type, null, UNKNOWN, bytes(100)).bytes()).isEqualTo(bytes(100));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ";", "text/plain", "application/json5", "application/problem+json", "json",
            "application/x-www-form-urlencoded"})
    void refusesOtherMediaTypes(String type) {
        assertThatThrownBy(() -> read(type, null, UNKNOWN, bytes(1))).isInstanceOf(Refusal.class).hasMessage(WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void refusesOtherEncodings(String encoding) {
        assertThatThrownBy(() -> read(JSON, encoding, UNKNOWN, bytes(1))).hasMessage(WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "100, -1", "101, 101", "101, -1", "1000000, -1", "10, 1000000"})
    void takesNoMoreThanItsLimitWhetherAnnouncedOrFoundOut(int sent, long announced) throws IOException {
        if (Math.max(sent, announced) <= 100) {
            assertThat(read(JSON, null, announced, bytes(sent)).bytes()).hasSize(sent);
        } else {
            assertThatThrownBy(() -> read(JSON, null, announced, bytes(sent))).hasMessage(TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 << 10, (16 << 10) + 1, 64 << 10, (64 << 10) + 1, 100_000, 1_000_000})
    void takesABodyOfAnyLengthAsItWasSentWhateverThePiecesItArrivesIn(int size) {
        var sent = new byte[size];
        new Random(size).nextBytes(sent);
        var settings = LimitsOf.configured(Map.of("egnyte.delivery.max-body-size", "1000000"));
        for (var announced : List.of(size, UNKNOWN)) {
            for (var piece : List.of(1_000, 64 << 10, 1_000_000)) {
                try (var place = settings.room().enter()) {
                    var request = request(JSON, null, announced, inPieces(sent, piece));
                    assertThat(new BodyReader().read(request, place, settings.limits()).bytes()).isEqualTo(sent);
                }
            }
        }
    }

    private static InputStream inPieces(byte[] sent, int longest) {
        return new ByteArrayInputStream(sent) {

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, longest));
            }
        };
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity"})
    void leavesAnUnpackedBodyAsItIs(String encoding) throws IOException {
        var packed = Packed.gzip(bytes(10));
        assertThat(read(JSON, encoding, UNKNOWN, packed)).extracting(Body::bytes, Body::unpacked).containsExactly(packed, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " x-gzip "})
    void unpacksGzip(String encoding) throws IOException {
        assertThat(read(JSON, encoding, UNKNOWN, Packed.gzip(bytes(100)))).extracting(Body::bytes, Body::unpacked)
                .containsExactly(bytes(100), true);
    }

    @Test
    void appliesItsLimitToWhatGzipUnpacksTo() throws IOException {
        var bomb = Packed.gzip(new byte[50_000]);
        assertThat(bomb).hasSizeLessThan(100);
        assertThatThrownBy(() -> read(JSON, "gzip", UNKNOWN, bomb)).hasMessage(TOO_LARGE);
    }

    @Test
    void keepsBrokenGzipAsItWasSent() throws IOException {
        var cutOff = Arrays.copyOf(Packed.gzip(bytes(100)), 20);
        assertThat(read(JSON, "gzip", UNKNOWN, cutOff)).extracting(Body::bytes, Body::unpacked).containsExactly(cutOff, false);
        assertThat(read(JSON, "gzip", UNKNOWN, bytes(5)).unpacked()).isFalse();
        assertThat(read(JSON, "gzip", UNKNOWN, bytes(0)).unpacked()).isFalse();
    }

    @Test
    void judgesTheTypeBeforeTheSize() {
        assertThatThrownBy(() -> read("text/plain", null, 101, bytes(101))).hasMessage(WRONG_TYPE);
        assertThatThrownBy(() -> read(JSON, "br", 101, bytes(101))).hasMessage(WRONG_TYPE);
    }

    @Test
    void doesNotWaitForABodyThatArrivesDropByDrop() {
        var drops = new InputStream() {

            @Override
            public int read() {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> read(request(JSON, null, UNKNOWN, drops))).hasMessage(TOO_SLOW);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException(new TimeoutException()), TOO_SLOW),
                Arguments.of(new SocketTimeoutException(), TOO_SLOW),
                Arguments.of(new IOException("Connection reset by peer"), BROKEN_OFF),
                Arguments.of(new EOFException(), BROKEN_OFF));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsABodyThatStoppedFromOneThatWasBrokenOff(IOException failure, String message) {
        var stream = new InputStream() {

            @Override
            public int read() throws IOException {
                throw failure;
            }
        };
        assertThatThrownBy(() -> read(request(JSON, null, UNKNOWN, stream))).hasMessage(message);
    }

    @Test
    void refusesWhatItHasNoRoomForButFirstWhatIsWrong() {
        var settings = settings(Map.of("egnyte.delivery.max-deliveries-under-way", "1"));
        var limits = settings.limits();
        var reader = new BodyReader();
        try (var first = settings.room().enter(); var second = settings.room().enter()) {
            assertThat(reader.read(request(JSON, null, UNKNOWN, bytes(1)), first, limits).bytes()).hasSize(1);
            assertThatThrownBy(() -> reader.read(request(JSON, null, UNKNOWN, bytes(1)), second, limits)).hasMessage(NO_ROOM);
            assertThatThrownBy(() -> reader.read(request(JSON, null, 101, bytes(1)), second, limits)).hasMessage(TOO_LARGE);
            assertThatThrownBy(() -> reader.read(request("text/plain", null, UNKNOWN, bytes(1)), second, limits)).hasMessage(WRONG_TYPE);
        }
    }

    private static byte[] bytes(int size) {
        return "x".repeat(size).getBytes(UTF_8);
    }

    /** The largest body that there may be has room, and half a one more. */
    @Test
    void refusesWhatIsTooMuchForAllBodiesTogether() {
        var body = 64 << 10;
        var settings = LimitsOf.configured(Map.of("egnyte.delivery.max-body-size", String.valueOf(body),
                "egnyte.delivery.max-values", "1", "egnyte.delivery.max-bytes-under-way", String.valueOf(body * 3 / 2)));
        var reader = new BodyReader();
        try (var first = settings.room().enter(); var second = settings.room().enter()) {
            assertThat(reader.read(request(JSON, null, UNKNOWN, bytes(body)), first, settings.limits()).bytes()).hasSize(body);
            assertThatThrownBy(() -> reader.read(request(JSON, null, UNKNOWN, bytes(body)), second, settings.limits()))
                    .hasMessage(NO_ROOM);
        }
        try (var third = settings.room().enter()) {
            assertThat(reader.read(request(JSON, null, UNKNOWN, bytes(body)), third, settings.limits()).bytes()).hasSize(body);
        }
    }

    private static Body read(String type, String encoding, long announced, byte[] sent) {
        return read(request(type, encoding, announced, sent));
    }

    private static Body read(HttpServletRequest request) {
        var settings = settings(Map.of("egnyte.delivery.longest-transfer", "PT1S"));
        try (var place = settings.room().enter()) {
            return new BodyReader().read(request, place, settings.limits());
        }
    }

    private static DeliverySettings settings(Map<String, String> values) {
        var settings = new HashMap<>(values);
        settings.put("egnyte.delivery.max-body-size", "100");
        return LimitsOf.configured(settings);
    }

    private static HttpServletRequest request(String type, String encoding, long announced, byte[] sent) {
        return request(type, encoding, announced, new ByteArrayInputStream(sent));
    }

    private static HttpServletRequest request(String type, String encoding, long announced, InputStream sent) {
        return (HttpServletRequest) Proxy.newProxyInstance(BodyReaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> type;
                    case "getHeader" -> "Content-Encoding".equals(arguments[0]) ? encoding : null;
                    case "getContentLengthLong" -> announced;
                    case "getInputStream" -> new Sent(sent);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static final class Sent extends ServletInputStream {

        private final InputStream stream;

        Sent(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            return stream.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return stream.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
