package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.egnytereceiver.support.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {

    private static final byte[] EVENT = "[{\"eventId\":\"1\",\"domain\":\"acme\"}]".getBytes(UTF_8);

    @Test
    void unpacksWhatWasPacked() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var content = new byte[random.nextInt(100_000)];
            random.nextBytes(content);
            assertThat(unpacked(Packed.gzip(content))).as("seed %d", seed).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000, 100_000})
    void unpacksAllMembersHoweverManyAreEmpty(int empty) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(Packed.gzip(EVENT));
        for (var i = 0; i < empty; i++) {
            packed.writeBytes(Packed.gzip(new byte[0]));
        }
        packed.writeBytes(Packed.gzip(EVENT));
        assertThat(unpacked(packed.toByteArray())).hasSize(2 * EVENT.length).startsWith(EVENT).endsWith(EVENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 8, 16, 31})
    void passesEveryFieldOfTheHeader(int flags) throws IOException {
        assertThat(unpacked(withHeader(flags))).isEqualTo(EVENT);
    }

    @Test
    void takesNothingThatIsIncomplete() throws IOException {
        var whole = withHeader(31);
        for (var length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpacked(part)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 18, 30, 1_000})
    void takesNothingThatAnythingElseFollows(int length) {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(Packed.gzip(EVENT));
        packed.writeBytes("{".repeat(length).getBytes(UTF_8));
        assertThatThrownBy(() -> unpacked(packed.toByteArray())).isInstanceOf(IOException.class);
    }

    @Test
    void takesNothingWhoseFlagsNobodyKnowsYet() throws IOException {
        for (var flag = 32; flag < 256; flag *= 2) {
            var packed = withHeader(flag);
            assertThatThrownBy(() -> unpacked(packed)).isInstanceOf(IOException.class);
        }
    }

    /** What it takes of damaged data, the JDK takes as well; everything else is broken and nothing worse. */
    @Test
    void takesNoDamagedDataThatTheJdkDoesNot() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++) {
            var packed = withHeader(random.nextInt(32));
            packed[random.nextInt(packed.length)] = (byte) random.nextInt(256);
            byte[] content;
            try {
                content = unpacked(packed);
            } catch (IOException broken) {
                continue;
            }
            try (var jdk = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                assertThat(content).as("seed %d", seed).isEqualTo(jdk.readAllBytes());
            } catch (IOException checksumOfTheHeader) {
                assertThat(checksumOfTheHeader).as("seed %d", seed).hasMessage("Corrupt GZIP header");
            }
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var stream = new GzipStream(packed)) {
            return stream.readAllBytes();
        }
    }

    /** RFC 1952, section 2.3: with the optional fields that the flags announce. */
    private static byte[] withHeader(int flags) throws IOException {
        var plain = Packed.gzip(EVENT);
        var packed = new ByteArrayOutputStream();
        packed.write(plain, 0, 3);
        packed.write(flags);
        packed.write(plain, 4, 6);
        if ((flags & 4) != 0) {
            packed.writeBytes(new byte[] {3, 0, 'a', 0, 'b'});
        }
        if ((flags & 8) != 0) {
            packed.writeBytes("name\0".getBytes(UTF_8));
        }
        if ((flags & 16) != 0) {
            packed.writeBytes("comment\0".getBytes(UTF_8));
        }
        if ((flags & 2) != 0) {
            var checksum = new CRC32();
            checksum.update(packed.toByteArray());
            packed.write((int) checksum.getValue());
            packed.write((int) checksum.getValue() >> 8);
        }
        packed.write(plain, 10, plain.length - 10);
        return packed.toByteArray();
    }
}
