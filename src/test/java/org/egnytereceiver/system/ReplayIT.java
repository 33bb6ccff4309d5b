package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.event;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.fileMoved;
import static org.egnytereceiver.system.Samples.filesAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working events again because a person wants it. */
class ReplayIT extends SystemTest {

    private final String domain = freshDomain();
    private final String id = freshId();

    @Test
    void theDeadAreWorkedAgain() {
        receiver.deliver(array(fileMoved(domain, id, "/Shared/poison-3/a.pdf"))).counts(1, 1, 0, 0);
        var dead = Awaiting.untilItIs("DEAD", receiver, domain, id);

        assertThat(receiver.post("events/" + dead.getString("id") + "/replay", "").status()).isEqualTo(202);

        var processed = Awaiting.untilItIs("PROCESSED", receiver, domain, id);
        assertThat(receiver.movedFiles(id)).containsExactly("/Shared/poison-3/a.pdf");
        assertThat(processed.getJsonArray("history").getValuesAs(JsonObject.class))
                .anySatisfy(note -> assertThat(note).containsEntry("author", Json.createValue("operator")));
    }

    @Test
    void aFilterChoosesWhatIsWorkedAgain() {
        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(filesAdded(domain, 5))).counts(5, 5, 0, 0);
            receiver.deliver(array(event(ConnectEventType.COMMENT_SET, domain, id))).counts(1, 1, 0, 0);
            Awaiting.until("six messages", () -> assertThat(subscription.messages()).hasSize(6));
            Awaiting.untilAllAreProcessed(receiver, domain, 6);

            assertThat(receiver.post("replays", order("fs", true)).json().getInt("matching")).isEqualTo(5);
            var answer = receiver.post("replays", order("fs", false));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().getInt("replayed")).isEqualTo(5);
            Awaiting.until("five more messages", () -> assertThat(subscription.messages()).hasSize(11));
            Awaiting.untilAllAreProcessed(receiver, domain, 6);
        }
    }

    @Test
    void aViewerMayNotAct() {
        receiver.deliver(array(fileAdded(domain, "1"))).counts(1, 1, 0, 0);
        var path = "events/" + receiver.eventOf(domain, "1").getString("id") + "/replay";

        receiver.postAs("viewer", "viewer's word", path, "").refuses(403);
        receiver.postAs("viewer", "viewer's word", "replays", order("fs", true)).refuses(403);
        receiver.postAs("operator", "wrong", path, "").refuses(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events/1/replay", "events/abc/replay", "events/-1/replay"})
    void whatIsNotThereIsNotWorkedAgain(String path) {
        receiver.post(path, "").refuses(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "{}", "{\"filter\":[]}", "{\"filter\":{\"state\":\"DONE\"}}",
        "{\"filter\":{\"colour\":\"red\"}}", "{\"filter\":{},\"dryRun\":\"no\"}", "{\"filter\":{},\"sure\":true}"})
    void anOrderThatCannotBeReadIsRefused(String order) {
        receiver.post("replays", order).refuses(400);
    }

    private String order(String family, boolean dryRun) {
        var filter = Json.createObjectBuilder().add("domain", domain).add("family", family);
        return Json.createObjectBuilder().add("filter", filter)
                .add("dryRun", dryRun ? JsonValue.TRUE : JsonValue.FALSE).build().toString();
    }
}
