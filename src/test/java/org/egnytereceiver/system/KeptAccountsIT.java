package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.egnytereceiver.chaos.FreePort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people did outlives the process and the settings of the day. */
@Tag("own-server")
class KeptAccountsIT {

    @Test
    void whatWasReleasedAndWhoMayDoSoIsThereAfterAKill() throws Exception {
        var directory = TestServer.emptied(Path.of("target", "system", "kept-accounts").toAbsolutePath());
        var deep = withData(fileAdded("acme", "deep"), "nest", "[[[]]]");
        try (var strict = OwnReceiver.starting(directory, FreePort.found(),
                Map.of("egnyte.delivery.max-depth", "2"))) {
            var receiver = strict.whenReady();
            receiver.deliver(array(deep)).counts(1, 0, 0, 1);
            var created = receiver.post("accounts", """
                    {"name": "vera", "password": "correct horse battery", "role": "egnyte-operator"}""");
            assertThat(created.status()).isEqualTo(201);
            strict.kill();
        }
        try (var relaxed = OwnReceiver.starting(directory, FreePort.found(),
                Map.of("egnyte.operator.name", "olga", "egnyte.operator.password", "another operator"))) {
            var receiver = relaxed.whenReady();
            receiver.getAs("operator", "operator's word", "stats").refuses(401);
            var entry = receiver.getAs("vera", "correct horse battery", "quarantine").json().getJsonArray("items")
                    .getJsonObject(0);
            var released = receiver.postAs("vera", "correct horse battery",
                    "quarantine/" + entry.getString("id") + "/release", "");
            assertThat(released.text()).isEqualTo("{\"outcome\":\"stored\"}");
            relaxed.kill();
        }
        try (var last = OwnReceiver.starting(directory, FreePort.found(), Map.of())) {
            var receiver = last.whenReady();
            assertThat(receiver.quarantine(Map.of())).isEmpty();
            assertThat(Awaiting.untilItIs("PROCESSED", receiver, "acme", "deep").getString("raw")).isEqualTo(deep);
            assertThat(receiver.stats().getInt("released")).isEqualTo(1);
            assertThat(receiver.stats().getInt("stored")).isZero();
            assertThat(receiver.get("audit").json().getJsonArray("items").getValuesAs(JsonObject.class))
                    .extracting(row -> row.get("account") + " " + row.getString("action"))
                    .contains("\"vera\" quarantine-released", "\"operator\" account-created");
            assertThat(receiver.get("accounts").json().getJsonArray("items").getValuesAs(JsonObject.class))
                    .extracting(account -> account.getString("name")).containsExactly("operator", "vera");
        }
    }
}
