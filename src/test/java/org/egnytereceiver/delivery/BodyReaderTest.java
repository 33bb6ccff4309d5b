package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.problem.Refusal;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final String JSON = "application/json";
    private static final String WRONG_TYPE = "The body is not of a type the receiver takes";
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
    @NullSource
    @ValueSource(strings = {"", "identity"})
    void leavesAnUnpackedBodyAsItIs(String encoding) throws IOException {
        var packed = gzip(bytes(10));
        assertThat(read(JSON, encoding, UNKNOWN, packed)).extracting(Body::bytes, Body::unpacked).containsExactly(packed, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " x-gzip "})
    void unpacksGzip(String encoding) throws IOException {
        assertThat(read(JSON, encoding, UNKNOWN, gzip(bytes(100)))).extracting(Body::bytes, Body::unpacked)
                .containsExactly(bytes(100), true);
    }

    @Test
    void appliesItsLimitToWhatGzipUnpacksTo() throws IOException {
        var bomb = gzip(new byte[50_000]);
        assertThat(bomb).hasSizeLessThan(100);
        assertThatThrownBy(() -> read(JSON, "gzip", UNKNOWN, bomb)).hasMessage(TOO_LARGE);
    }

    @Test
    void keepsBrokenGzipAsItWasSent() throws IOException {
        var cutOff = Arrays.copyOf(gzip(bytes(100)), 20);
        assertThat(read(JSON, "gzip", UNKNOWN, cutOff)).extracting(Body::bytes, Body::unpacked).containsExactly(cutOff, false);
        assertThat(read(JSON, "gzip", UNKNOWN, bytes(5)).unpacked()).isFalse();
        assertThat(read(JSON, "gzip", UNKNOWN, bytes(0)).unpacked()).isFalse();
    }

    @Test
    void judgesTheTypeBeforeTheSize() {
        assertThatThrownBy(() -> read("text/plain", null, 101, bytes(101))).hasMessage(WRONG_TYPE);
        assertThatThrownBy(() -> read(JSON, "br", 101, bytes(101))).hasMessage(WRONG_TYPE);
    }

    private static byte[] bytes(int size) {
        return "x".repeat(size).getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        }
        return packed.toByteArray();
    }

    private static Body read(String type, String encoding, long announced, byte[] sent) throws IOException {
        var reader = new BodyReader();
        reader.settings = new DeliverySettings();
        reader.settings.settings = new Settings();
        Configured.during(Map.of("egnyte.delivery.max-body-size", "100"), () -> reader.settings.read(new ReceiverStarting()));
        return reader.read(request(type, encoding, announced, sent), reader.settings.room().enter());
    }

    private static HttpServletRequest request(String type, String encoding, long announced, byte[] sent) {
        return (HttpServletRequest) Proxy.newProxyInstance(BodyReaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentType" -> type;
                    case "getHeader" -> "Content-Encoding".equals(arguments[0]) ? encoding : null;
                    case "getContentLengthLong" -> announced;
                    case "getInputStream" -> new Sent(sent);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static final class Sent extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Sent(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
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
