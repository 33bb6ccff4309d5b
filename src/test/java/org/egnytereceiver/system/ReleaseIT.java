package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can do about something in the quarantine. */
class ReleaseIT extends SystemTest {

    private final String domain = freshDomain();
    private final Moment before = Moment.now(receiver);

    @Test
    void whatStillCannotBeReadStaysAsItIs() {
        receiver.deliver("[7]").counts(1, 0, 0, 1);
        var entry = before.quarantined().get(0);
        var answer = receiver.post("quarantine/" + entry.getString("id") + "/release", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"outcome\":\"quarantined\"}");
        assertThat(before.quarantined()).containsExactly(entry);
    }

    @Test
    void aConflictCanOnlyBeDiscarded() {
        receiver.deliver(array(fileAdded(domain, "1"))).counts(1, 1, 0, 0);
        receiver.deliver(array(with(fileAdded(domain, "1"), "timestamp", "5"))).counts(1, 0, 1, 0);
        var path = "quarantine/" + before.quarantined().get(0).getString("id");
        receiver.post(path + "/release", "").refuses(409);
        assertThat(before.quarantined()).hasSize(1);

        assertThat(receiver.act("DELETE", path, "").status()).isEqualTo(204);
        assertThat(before.quarantined()).isEmpty();
        receiver.get(path).refuses(404);
        receiver.act("DELETE", path, "").refuses(404);
        receiver.post(path + "/release", "").refuses(404);
    }

    @Test
    void aDeedIsInTheAuditTrailAndAFailureIsNot() {
        receiver.deliver("[8]").counts(1, 0, 0, 1);
        var id = before.quarantined().get(0).getString("id");
        receiver.act("DELETE", "quarantine/" + id, "");
        receiver.act("DELETE", "quarantine/" + id, "").refuses(404);
        assertThat(receiver.get("audit?limit=500").json().getJsonArray("items").getValuesAs(JsonObject.class))
                .filteredOn(row -> row.getString("action").equals("quarantine-discarded")
                        && row.getString("subject").equals(id)).singleElement().satisfies(row -> {
                            assertThat(row.getString("account")).isEqualTo("operator");
                            assertThat(row.getString("address")).isEqualTo("127.0.0.1");
                            assertThat(row.getString("at")).endsWith("Z");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "abc", "-1", "99999999999999999999"})
    void whatIsNotThereIsNotFound(String id) {
        receiver.post("quarantine/" + id + "/release", "").refuses(404);
        receiver.act("DELETE", "quarantine/" + id, "").refuses(404);
    }

    @Test
    void aViewerMayNotAct() {
        receiver.deliver("[9]").counts(1, 0, 0, 1);
        var path = "quarantine/" + before.quarantined().get(0).getString("id");
        receiver.postAs("viewer", "viewer's word", path + "/release", "").refuses(403);
        receiver.send(receiver.api(path).header("Authorization", Receiver.basic("viewer", "viewer's word")).DELETE())
                .refuses(403);
        assertThat(before.quarantined()).hasSize(1);
    }
}
