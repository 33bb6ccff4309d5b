package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.support.Fixtures.without;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events that say which one they are. */
class StoredEventsIT extends SystemTest {

    private final String domain = freshDomain();

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEgnyteConnectIsStoredByteForByte(ConnectEventType type) {
        var event = Samples.event(type, domain, "1");

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("raw")).isEqualTo(event);
        assertThat(stored("1")).containsEntry("known", JsonValue.TRUE).containsEntry("readable", JsonValue.TRUE);
        assertThat(stored("1").getString("type")).isEqualTo(type.wireName());
        assertThat(stored("1").getString("family")).isEqualTo(type.wireName().split(":")[0]);
        assertThat(stored("1").getString("feed")).isEqualTo("default");
        assertThat(stored("1").getString("product")).isEqualTo("connect");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEgnyteMspIsStoredByteForByte(MspEventType type) {
        var notice = Samples.notice(type);
        var before = Moment.now(receiver);

        receiver.deliver("msp", notice).counts(1, 1, 0, 0);

        assertThat(before.events()).singleElement().satisfies(event -> {
            assertThat(event.getString("raw")).isEqualTo(notice);
            assertThat(event.getString("type")).isEqualTo(type.wireName());
            assertThat(event.getString("family")).isEqualTo("msp");
            assertThat(event.getString("product")).isEqualTo("msp");
            assertThat(event.getString("eventId")).isNotBlank();
            assertThat(event).containsEntry("domain", JsonValue.NULL)
                    .containsEntry("known", JsonValue.TRUE).containsEntry("readable", JsonValue.TRUE);
        });
    }

    @Test
    void whiteSpaceAndOrderWithinAnElementAreKept() {
        var event = Fixtures.connect(ConnectEventType.FILE_MOVED)
                .replaceFirst("\"eventId\": *\"[^\"]*\"", "\"eventId\"  :\t\"spaced\"")
                .replaceFirst("\"domain\": *\"[^\"]*\"", "\"domain\":\r\n\"" + domain + "\"").strip();

        receiver.deliver(" [ \n" + event + "\t]\r\n").counts(1, 1, 0, 0);

        assertThat(stored("spaced").getString("raw")).isEqualTo(event);
    }

    @Test
    void theColumnsSayWhatTheEventSays() {
        var event = with(Samples.event(ConnectEventType.FILE_MOVED, domain, "1"), "timestamp", "1764000000123");

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("path")).isEqualTo("/Shared/Finance/2025/scan-0091.pdf");
        assertThat(stored("1").getString("user")).isEqualTo("oreyes");
        assertThat(stored("1").getString("occurredAt")).isEqualTo("2025-11-24T16:00:00.123Z");
        assertThat(stored("1").getString("domain")).isEqualTo(domain);
        assertThat(stored("1").getInt("timesSeen")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"user:created,user", "fs:shredded,fs", "workflow:,workflow", "plain,unknown", ":odd,unknown",
        "FS:ADD_FILE,FS", "ünï:cödé,ünï"})
    void anUnknownTypeIsStoredAndReadable(String type, String family) {
        receiver.deliver(array(with(fileAdded(domain, "1"), "eventType", Samples.quoted(type)))).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("type")).isEqualTo(type);
        assertThat(stored("1").getString("family")).isEqualTo(family);
        assertThat(stored("1")).containsEntry("known", JsonValue.FALSE).containsEntry("readable", JsonValue.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "17", "\"\"", "[\"fs:add_file\"]"})
    void anUnusableTypeIsUnknownAndNotReadable(String type) {
        receiver.deliver(array(with(fileAdded(domain, "1"), "eventType", type))).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("type")).isEqualTo("unknown");
        assertThat(stored("1")).containsEntry("known", JsonValue.FALSE).containsEntry("readable", JsonValue.FALSE);
    }

    @Test
    void anUnknownTypeOfEgnyteMspIsStored() {
        var before = Moment.now(receiver);

        receiver.deliver("msp", Samples.fresh(Fixtures.read("unknown/msp.json"))).counts(1, 1, 0, 0);

        assertThat(before.events()).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("known", JsonValue.FALSE).containsEntry("readable", JsonValue.TRUE));
    }

    @ParameterizedTest
    @CsvSource({"storage:add_file,fs:add_file,fs", "links:create_download_link,link:create_download_link,link"})
    void olderNamesAreReadAsTheNewOnes(String sent, String type, String family) {
        var event = with(Samples.event(ConnectEventType.named(type).orElseThrow(), domain, "1"), "eventType",
                Samples.quoted(sent));

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("type")).isEqualTo(type);
        assertThat(stored("1").getString("family")).isEqualTo(family);
        assertThat(stored("1").getString("raw")).isEqualTo(event).contains(sent);
        assertThat(stored("1")).containsEntry("known", JsonValue.TRUE).containsEntry("readable", JsonValue.TRUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"data|null", "data|[]", "data|\"text\"", "data|{}", "data|{\"targetPath\":7}",
        "data|{\"targetPath\":\"/a\",\"targetPath\":\"/b\"}"})
    void dataOfAnotherShapeAreStoredAndNotReadable(String key, String value) {
        var event = with(fileAdded(domain, "1"), key, value);

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("raw")).isEqualTo(event);
        assertThat(stored("1")).containsEntry("known", JsonValue.TRUE).containsEntry("readable", JsonValue.FALSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "timestamp"})
    void whatIsMissingIsStoredAndNotReadable(String key) {
        receiver.deliver(array(without(fileAdded(domain, "1"), key))).counts(1, 1, 0, 0);

        assertThat(stored("1")).containsEntry("known", JsonValue.TRUE).containsEntry("readable", JsonValue.FALSE);
    }

    @Test
    void fieldsNobodyKnowsDoNoHarm() {
        var event = withData(with(fileAdded(domain, "1"), "retries", "[1,{\"a\":null}]"), "colour", "\"blue\"");

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("1")).containsEntry("readable", JsonValue.TRUE);
    }

    @ParameterizedTest
    @CsvSource({
        "1764000000,2025-11-24T16:00:00Z", "1764000000123,2025-11-24T16:00:00.123Z",
        "1764000000.5,2025-11-24T16:00:00.500Z", "1.764e12,2025-11-24T16:00:00Z", "1764E6,2025-11-24T16:00:00Z",
        "0,1970-01-01T00:00:00Z", "-1,1969-12-31T23:59:59Z", "99999999999,5138-11-16T09:46:39Z",
        "100000000000,1973-03-03T09:46:40Z"})
    void aTimestampIsReadInSecondsOrMilliseconds(String timestamp, String occurredAt) {
        receiver.deliver(array(with(fileAdded(domain, "1"), "timestamp", timestamp))).counts(1, 1, 0, 0);

        assertThat(stored("1").getString("occurredAt")).isEqualTo(occurredAt);
        assertThat(stored("1")).containsEntry("readable", JsonValue.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"yesterday\"", "true", "1e400", "{}"})
    void aTimestampThatIsNoneIsStoredAndNotReadable(String timestamp) {
        receiver.deliver(array(with(fileAdded(domain, "1"), "timestamp", timestamp))).counts(1, 1, 0, 0);

        assertThat(stored("1")).containsEntry("occurredAt", JsonValue.NULL).containsEntry("readable", JsonValue.FALSE);
    }

    @Test
    void aNumericEventIdCountsAsItsText() {
        receiver.deliver(array(with(fileAdded(domain, "x"), "eventId", "4711"))).counts(1, 1, 0, 0);
        receiver.deliver(array(fileAdded(domain, "4711"))).counts(1, 0, 1, 0);

        assertThat(stored("4711").getInt("timesSeen")).isEqualTo(2);
    }

    @Test
    void identitiesAreComparedAsSent() {
        receiver.deliver(array(fileAdded(domain, "a"), fileAdded(domain, "A"), fileAdded(domain, " a"),
                fileAdded(domain, "ä"), fileAdded(domain, "a\u0308"), fileAdded(domain.toUpperCase(), "a")))
                .counts(6, 6, 0, 0);
    }

    @Test
    void anIdentityOfAThousandCharactersIsKept() {
        var longest = "😀".repeat(500);

        receiver.deliver(array(fileAdded(domain, longest))).counts(1, 1, 0, 0);

        assertThat(stored(longest).getString("eventId")).isEqualTo(longest);
    }

    @Test
    void charactersOfAllPlanesAreKept() {
        var event = withData(fileAdded(domain, "ключ-😀"), "targetPath", "\"/Shared/Größe/日本\\u0000\\ud800😀.txt\"");

        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        assertThat(stored("ключ-😀").getString("raw")).isEqualTo(event);
    }

    @Test
    void aByteOrderMarkIsTolerated() {
        receiver.deliver("\uFEFF" + array(fileAdded(domain, "1"))).counts(1, 1, 0, 0);
    }

    @Test
    void anEmptyArrayIsNothing() {
        var before = Moment.now(receiver);
        var figures = receiver.stats();

        receiver.deliver(" [ ] ").counts(0, 0, 0, 0);
        receiver.deliver("msp", "[]").counts(0, 0, 0, 0);

        assertThat(before.quarantined()).isEmpty();
        assertThat(receiver.stats().getInt("received")).isEqualTo(figures.getInt("received"));
    }

    @Test
    void tenThousandElementsAreTaken() {
        var body = array(Samples.shortEvents(domain, 10_000));

        receiver.deliver(body.getBytes(StandardCharsets.UTF_8)).counts(10_000, 10_000, 0, 0);
    }

    @Test
    void anArrayOfNoticesIsTaken() {
        receiver.deliver("msp", array(Samples.notice(MspEventType.values()[0]), Samples.notice(MspEventType.values()[1]),
                "{}")).counts(3, 2, 0, 1);
    }

    @Test
    void idsOfDifferentDomainsAreKeptApart() {
        var id = freshId();

        receiver.deliver(array(fileAdded(domain, id), fileAdded(freshDomain(), id))).counts(2, 2, 0, 0);
    }

    private JsonObject stored(String eventId) {
        return receiver.eventOf(domain, eventId);
    }
}
