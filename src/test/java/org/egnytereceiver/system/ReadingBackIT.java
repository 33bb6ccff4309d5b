package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.event;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.filesAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.quoted;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API tells of what was stored. */
class ReadingBackIT extends SystemTest {

    private final String domain = freshDomain();

    @Test
    void anEventHasTheDocumentedFields() {
        receiver.deliver(array(fileAdded(domain, "1"))).counts(1, 1, 0, 0);

        var listed = receiver.events(Map.of("domain", domain)).get(0);
        var shown = receiver.event(listed.getString("id"));

        assertThat(listed.keySet()).containsExactlyInAnyOrder("id", "feed", "product", "domain", "eventId", "type",
                "family", "known", "readable", "occurredAt", "receivedAt", "state", "timesSeen", "path", "user");
        assertThat(shown.keySet()).containsAll(listed.keySet()).contains("raw", "attempts", "history");
    }

    @ParameterizedTest
    @CsvSource({
        "type,fs:move_file,move", "family,comment,comment", "known,false,odd", "known,true,add move comment",
        "eventId,add,add", "path,/Shared/F,move", "path,/Shared/100%_,odd", "path,/shared,''",
        "user,oreyes,add move comment odd", "user,OREYES,''", "product,connect,add move comment odd", "product,msp,''",
        "feed,default,add move comment odd", "feed,finance,''",
        "from,2025-11-24T16:00:02Z,move comment", "to,2025-11-24T16:00:02Z,add",
        "from,2025-11-24T17:00:02+01:00,move comment", "receivedFrom,2020-01-01T00:00:00Z,add move comment odd",
        "receivedTo,2020-01-01T00:00:00Z,''"})
    void filtersMatch(String parameter, String value, String expected) {
        deliverFour();

        var found = receiver.events(Map.of("domain", domain, parameter, value));

        assertThat(found).extracting(event -> event.getString("eventId"))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void filtersMatchTogether() {
        deliverFour();

        assertThat(receiver.events(Map.of("domain", domain, "family", "fs", "path", "/Shared/D")))
                .extracting(event -> event.getString("eventId")).containsExactly("add");
        assertThat(receiver.events(Map.of("domain", domain, "family", "fs", "type", "comment:set_comment"))).isEmpty();
    }

    @Test
    void aDomainIsAFilterOfItsOwn() {
        receiver.deliver("msp", Samples.notice(MspEventType.USER_ADDED)).counts(1, 1, 0, 0);

        assertThat(receiver.events(Map.of("domain", domain))).isEmpty();
        assertThat(receiver.events(Map.of("domain", "null"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀"})
    void longTextsAreFoundInFull(String character) {
        var path = "/Shared/" + character.repeat(900 / character.length());
        receiver.deliver(array(
                withData(fileAdded(domain, "long"), "targetPath", quoted(path)),
                withData(fileAdded(domain, "longer"), "targetPath", quoted(path + "y")),
                withData(fileAdded(domain, "other"), "targetPath", quoted(path + "z")))).counts(3, 3, 0, 0);

        assertThat(receiver.events(Map.of("domain", domain, "path", path))).hasSize(3);
        assertThat(receiver.events(Map.of("domain", domain, "path", path + "y"))).hasSize(1);
    }

    @Test
    void theLatestReceivedComesFirst() {
        for (var id : List.of("a", "b", "c")) {
            receiver.deliver(array(fileAdded(domain, id))).counts(1, 1, 0, 0);
        }

        assertThat(receiver.events(Map.of("domain", domain))).extracting(event -> event.getString("eventId"))
                .containsExactly("c", "b", "a");
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileEventsArrive() {
        receiver.deliver(array(filesAdded(domain, 25))).counts(25, 25, 0, 0);
        var seen = new ArrayList<String>();
        var next = "";

        for (var page = 0; next != null; page++) {
            var answer = receiver.get("events?limit=7&after=" + next + "&" + Receiver.query(Map.of("domain", domain))).json();
            answer.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(item.getString("eventId")));
            next = answer.get("next") == JsonValue.NULL ? null : answer.getString("next");
            receiver.deliver(array(fileAdded(domain, "late-" + page))).counts(1, 1, 0, 0);
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("late"));
    }

    @ParameterizedTest
    @CsvSource({"'',50", "limit=1,1", "limit=500,500", "limit=501,500", "limit=999999999,500", "limit=,50"})
    void aPageHasItsLimit(String limit, int size) {
        receiver.deliver(array(filesAdded("full", 510)));

        var page = receiver.get("events?domain=full&" + limit).json();

        assertThat(page.getJsonArray("items")).hasSize(size);
        assertThat(page.getString("next")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "events?limit=0", "events?limit=-1", "events?limit=ten", "events?limit=1.5", "events?to=%2B999999999-12-31T00:00:00Z",
        "events?after=nonsense", "events?after=!!", "events?product=drive", "events?state=DONE", "events?state=dead",
        "events?known=maybe", "events?known=TRUE", "events?from=yesterday", "events?to=2025-13-01T00:00:00Z",
        "events?receivedFrom=1764000000", "events?receivedTo=2025-11-24", "quarantine?reason=boredom",
        "quarantine?limit=0", "quarantine?after=x", "events?domian=acme", "events?feed=a&feed=b", "quarantine?domain=acme",
        "audit?user=olga"})
    void aMalformedParameterIsRefusedByItsName(String path) {
        var parameter = path.split("[?=]")[1];

        assertThat(receiver.get(path).refuses(400).json().getString("detail")).contains(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events?feed=%zz", "events?feed=%", "stats?%zz"})
    void aQueryThatIsNoneIsRefused(String path) throws IOException {
        assertThat(receiver.answerTo("GET", "api/" + path)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events/0", "events/999999999999", "events/-1", "events/abc", "events/1e3",
        "events/99999999999999999999", "quarantine/0", "quarantine/abc", "nothing", "events/1/nothing"})
    void whatIsNotThereIsNotFound(String path) {
        receiver.get(path).refuses(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "events/1", "quarantine", "quarantine/1", "stats", "openapi.json", "accounts",
            "audit"})
    void nothingIsToldToStrangers(String path) {
        assertThat(receiver.send(receiver.api(path)).refuses(401).header("WWW-Authenticate")).startsWith("Basic");
        receiver.getAs("operator", "wrong", path).refuses(401);
        receiver.getAs("nobody", "operator's word", path).refuses(401);
        receiver.getAs("", "", path).refuses(401);
        receiver.send(receiver.api(path).header("Authorization", Receiver.SECRET)).refuses(401);
        receiver.send(receiver.api(path).header("Authorization", "Basic !!!")).refuses(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "quarantine", "stats", "openapi.json"})
    void aViewerReads(String path) {
        assertThat(receiver.getAs("viewer", "viewer's word", path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.wadl", "events/application.wadl"})
    void theServerDoesNotDescribeTheApplication(String path) {
        assertThat(receiver.get(path).status()).isEqualTo(404);
    }

    @Test
    void theServerDoesNotDescribeTheApplicationOnItsOwnPagesEither() {
        var description = receiver.send(HttpRequest.newBuilder(receiver.root().resolve("/openapi")));

        assertThat(description.text()).doesNotContain("events", "accounts", "quarantine");
    }

    @Test
    void theQuarantineIsFilteredAndPaged() {
        var before = Moment.now(receiver);
        receiver.deliver("[1,2,3]").counts(3, 0, 0, 3);
        receiver.deliver("msp", "hello").counts(1, 0, 0, 1);

        assertThat(before.quarantined()).hasSize(4);
        assertThat(receiver.quarantine(Map.of("reason", "identity"))).extracting(entry -> entry.getString("reason"))
                .containsOnly("identity").hasSizeGreaterThanOrEqualTo(3);
        assertThat(receiver.quarantine(Map.of("feed", "nowhere"))).isEmpty();
        var first = receiver.get("quarantine?limit=1").json();
        var second = receiver.get("quarantine?limit=3&after=" + first.getString("next")).json();
        assertThat(first.getJsonArray("items").getJsonObject(0).getString("raw")).isEqualTo("hello");
        assertThat(second.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("raw")).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void theFiguresAddUp() {
        var before = figures();

        receiver.deliver(array(fileAdded(domain, "1"), fileAdded(domain, "1"), "null", fileAdded(domain, "2")))
                .counts(4, 2, 1, 1);
        receiver.deliver(array(with(fileAdded(domain, "1"), "timestamp", "5"))).counts(1, 0, 1, 0);
        Awaiting.untilAllAreProcessed(receiver, domain, 2);

        var gained = figures();
        gained.replaceAll((name, figure) -> figure - before.get(name));
        assertThat(gained).containsEntry("received", 5L).containsEntry("stored", 2L).containsEntry("duplicates", 2L)
                .containsEntry("quarantined", 1L).containsEntry("conflicts", 1L);
        var all = figures();
        assertThat(all.get("received")).isEqualTo(all.get("stored") + all.get("duplicates") + all.get("quarantined"));
        assertThat(all.get("waiting") + all.get("processed") + all.get("retrying") + all.get("dead"))
                .isEqualTo(all.get("stored") + all.get("released"));
    }

    private Map<String, Long> figures() {
        return receiver.stats().entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, figure -> ((JsonNumber) figure.getValue()).longValue(), Long::sum, TreeMap::new));
    }

    /** An added and a moved file, a comment, and something odd. */
    private void deliverFour() {
        receiver.deliver(array(
                with(fileAdded(domain, "add"), "timestamp", "1764000001"),
                with(event(ConnectEventType.FILE_MOVED, domain, "move"), "timestamp", "1764000002"),
                with(event(ConnectEventType.COMMENT_SET, domain, "comment"), "timestamp", "1764000003"),
                with(withData(with(fileAdded(domain, "odd"), "eventType", "\"odd:thing\""),
                        "targetPath", "\"/Shared/100%_sure\""), "timestamp", "\"when?\""))).counts(4, 4, 0, 0);
    }
}
