package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.egnytereceiver.support.Packed;
import org.egnytereceiver.system.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of what is authentic and no event. */
class QuarantinedIT extends SystemTest {

    private static final int LONGEST_STRING = 1 << 20;

    private final String domain = freshDomain();
    private final Moment before = Moment.now(receiver);

    static Stream<Arguments> bodies() {
        return Stream.of("connect/not-json", "connect/wrong-kind", "msp/not-json", "msp/wrong-kind")
                .flatMap(folder -> Samples.in("bodies/" + folder).map(sample -> Arguments.of(
                        folder.split("/")[0], folder.split("/")[1], sample)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoDeliveryIsKeptAsAWhole(String product, String reason, Sample body) {
        receiver.deliver(product, body.text()).counts(1, 0, 0, 1);

        assertQuarantined(reason, body.text());
        assertThat(before.events()).isEmpty();
    }

    static Stream<Sample> connectElements() {
        return Samples.in("elements/connect/identity");
    }

    @ParameterizedTest
    @MethodSource("connectElements")
    void anElementWithoutIdentityIsKeptAndItsNeighboursAreStored(Sample element) {
        var raw = element.text().strip();

        receiver.deliver(array(fileAdded(domain, "1"), raw, fileAdded(domain, "2"))).counts(3, 2, 0, 1);

        assertQuarantined("identity", raw);
    }

    static Stream<Sample> mspElements() {
        return Samples.in("elements/msp/identity");
    }

    @ParameterizedTest
    @MethodSource("mspElements")
    void aNoticeWithoutTypeIsKept(Sample notice) {
        receiver.deliver("msp", notice.text()).counts(1, 0, 0, 1);

        assertQuarantined("identity", notice.text().strip());
    }

    @ParameterizedTest
    @CsvSource({"1001,1", "1,1001"})
    void anIdentityOfMoreThanAThousandCharactersIsNone(int lengthOfDomain, int lengthOfId) {
        var element = fileAdded("d".repeat(lengthOfDomain), "i".repeat(lengthOfId));

        receiver.deliver(array(element)).counts(1, 0, 0, 1);

        assertQuarantined("identity", element);
    }

    @Test
    void anElementIsReadToADepthOf64() {
        var deepest = withData(fileAdded(domain, "deepest"), "nest", "[".repeat(62) + "]".repeat(62));
        var tooDeep = withData(fileAdded(domain, "too-deep"), "nest", "[".repeat(63) + "]".repeat(63));

        receiver.deliver(array(deepest, tooDeep, fileAdded(domain, "neighbour"))).counts(3, 2, 0, 1);

        assertQuarantined("limit", tooDeep);
    }

    @Test
    void anElementOfAnyDepthIsKept() {
        var abyss = withData(fileAdded(domain, "abyss"), "nest", "[]").replace("[]", "[".repeat(50_000) + "]".repeat(50_000));

        receiver.deliver(array(abyss, fileAdded(domain, "neighbour"))).counts(2, 1, 0, 1);

        assertQuarantined("limit", abyss);
    }

    @Test
    void aNumberIsReadToALengthOf64() {
        var longest = withData(fileAdded(domain, "longest"), "count", "1".repeat(64));
        var tooLong = withData(fileAdded(domain, "too-long"), "count", "1".repeat(65));

        receiver.deliver(array(longest, tooLong)).counts(2, 1, 0, 1);

        assertQuarantined("limit", tooLong);
        assertThat(receiver.eventOf(domain, "longest").getString("raw")).isEqualTo(longest);
    }

    @Test
    void aStringIsReadToALengthOfOneMebi() {
        var longest = withData(fileAdded(domain, "longest"), "text", '"' + "é".repeat(LONGEST_STRING) + '"');
        var tooLong = withData(fileAdded(domain, "too-long"), "text", '"' + "é".repeat(LONGEST_STRING + 1) + '"');

        receiver.deliver(array(longest, tooLong)).counts(2, 1, 0, 1);

        assertQuarantined("limit", tooLong);
        assertThat(receiver.eventOf(domain, "longest").getString("raw")).isEqualTo(longest);
    }

    @Test
    void bytesThatAreNoTextAreKeptAndTheirNeighboursStored() {
        var broken = withData(fileAdded(domain, "broken"), "text", "\"\u00FF\"").getBytes(StandardCharsets.ISO_8859_1);
        var body = new ByteArrayOutputStream();
        body.writeBytes(("[" + fileAdded(domain, "1") + ",").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(broken);
        body.writeBytes(("," + fileAdded(domain, "2") + "]").getBytes(StandardCharsets.UTF_8));

        receiver.deliver(body.toByteArray()).counts(3, 2, 0, 1);

        assertThat(before.quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.getString("reason")).isEqualTo("encoding");
            assertThat(entry).doesNotContainKey("raw");
            assertThat(Base64.getDecoder().decode(entry.getString("rawBase64"))).isEqualTo(broken);
        });
    }

    @Test
    void moreThanTenThousandElementsAreKeptAsAWhole() {
        var body = array(Samples.shortEvents(domain, 10_001));

        receiver.deliver(body).counts(1, 0, 0, 1);

        assertQuarantined("too-many", body);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void brokenGzipIsKeptAsAWhole(int longer) {
        var packed = Packed.gzip(array(fileAdded(domain, "1")));
        var broken = Arrays.copyOf(packed, packed.length + longer);

        receiver.send(receiver.delivery("connect").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(broken))).counts(1, 0, 0, 1);

        assertThat(before.quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.getString("reason")).isEqualTo("broken-gzip");
            assertThat(Base64.getDecoder().decode(entry.getString("rawBase64"))).isEqualTo(broken);
        });
    }

    @Test
    void whatSaysItIsGzipAndIsNotIsKeptAsAWhole() {
        var body = array(fileAdded(domain, "1"));

        receiver.send(receiver.delivery("connect").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString(body)))
                .counts(1, 0, 0, 1);

        assertQuarantined("broken-gzip", body);
    }

    @Test
    void aSingleEntryIsReadByItsNumber() {
        receiver.deliver("[null]").counts(1, 0, 0, 1);

        var entry = before.quarantined().get(0);

        assertThat(receiver.get("quarantine/" + entry.getString("id")).json()).isEqualTo(entry);
        assertThat(entry.getString("feed")).isEqualTo("default");
        assertThat(entry.getString("product")).isEqualTo("connect");
        assertThat(entry.getString("receivedAt")).endsWith("Z");
    }

    private void assertQuarantined(String reason, String raw) {
        assertThat(before.quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.getString("reason")).isEqualTo(reason);
            assertThat(entry.getString("raw")).isEqualTo(raw);
        });
    }
}
