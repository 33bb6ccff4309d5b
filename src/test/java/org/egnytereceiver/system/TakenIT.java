package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to send a delivery that are all as good, and feeds. */
class TakenIT extends SystemTest {

    private final String domain = freshDomain();
    private final String body = array(fileAdded(domain, "1"));

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/json ;q=1",
        "application/json;charset=iso-8859-1"})
    void parametersAndCaseOfTheMediaTypeDoNotMatter(String type) {
        receiver.send(receiver.bare("connect").header("Authorization", Receiver.SECRET).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))).counts(1, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void gzipIsUnpacked(String encoding) {
        receiver.send(receiver.delivery("connect").header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(Packed.gzip(body)))).counts(1, 1, 0, 0);

        assertThat("[" + receiver.eventOf(domain, "1").getString("raw") + "]").isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png, */*;q=0.1", "nonsense"})
    void whatTheCallerAcceptsDoesNotMatter(String accept) {
        receiver.send(receiver.delivery("connect").header("Accept", accept).POST(BodyPublishers.ofString(body)))
                .counts(1, 1, 0, 0);
    }

    @Test
    void chunkedBodiesAreTaken() {
        receiver.send(receiver.delivery("connect").POST(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))).counts(1, 1, 0, 0);
    }

    @Test
    void aBodyOfExactlyTheLargestSizeIsTaken() {
        receiver.deliver(body + " ".repeat((10 << 20) - body.length())).counts(1, 1, 0, 0);
    }

    @Test
    void everySecretOfAFeedIsAccepted() {
        receiver.send(receiver.bare("connect").header("Authorization", Receiver.NEXT_SECRET)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))).counts(1, 1, 0, 0);
    }

    @Test
    void aFeedIsProvenByItsOwnHeader() {
        var id = freshId();

        toFinance(array(fileAdded("acme", id))).counts(1, 1, 0, 0);

        assertThat(receiver.eventOf("acme", id).getString("feed")).isEqualTo("finance");
        assertThat(receiver.events(Map.of("feed", "finance", "eventId", id))).hasSize(1);
    }

    @Test
    void aFeedOfEgnyteMspIsProven() {
        receiver.send(receiver.bare("msp/partners").header("Authorization", "partners-secret")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Samples.notice(MspEventType.USER_ADDED)))).counts(1, 1, 0, 0);
    }

    @Test
    void aFeedSpeaksForItsDomainsOnly() {
        var before = Moment.now(receiver);
        var foreign = fileAdded(domain, "1");

        toFinance(array(foreign, fileAdded("globex", freshId()), fileAdded("Acme", freshId()))).counts(3, 1, 0, 2);

        assertThat(before.quarantined()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.getString("reason")).isEqualTo("domain");
            assertThat(entry.getString("feed")).isEqualTo("finance");
        }).anySatisfy(entry -> assertThat(entry.getString("raw")).isEqualTo(foreign));
    }

    @Test
    void whatAFeedMayNotSpeakForIsQuarantinedEvenWhenItIsKnown() {
        receiver.deliver(body).counts(1, 1, 0, 0);

        toFinance(body).counts(1, 0, 0, 1);

        assertThat(receiver.eventOf(domain, "1").getInt("timesSeen")).isEqualTo(1);
    }

    private Answer toFinance(String delivery) {
        return receiver.send(receiver.bare("connect/finance").header("X-Egnyte-Secret", "finance-secret")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(delivery)));
    }
}
