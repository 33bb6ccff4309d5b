package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, and the trail that those leave who use them. */
class AccountsIT extends SystemTest {

    private static final String PASSWORD = "größe, staple: battery";

    private final String name = "olga@" + Samples.freshDomain();

    @Test
    void anAccountIsMadeUsedChangedAndRemoved() {
        var created = receiver.post("accounts", order(name, PASSWORD, "egnyte-viewer"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/egnyte/api/accounts/" + name);
        assertThat(status(PASSWORD, "stats")).isEqualTo(200);
        assertThat(status(PASSWORD, "accounts")).isEqualTo(403);
        assertThat(account()).containsEntry("role", Json.createValue("egnyte-viewer"));

        act("PUT", "/role", "{\"role\":\"egnyte-operator\"}");
        assertThat(status(PASSWORD, "accounts")).isEqualTo(200);
        act("PUT", "/password", "{\"password\":\"another long password\"}");
        assertThat(status(PASSWORD, "stats")).isEqualTo(401);
        assertThat(status("another long password", "stats")).isEqualTo(200);
        act("DELETE", "", "");
        assertThat(status("another long password", "stats")).isEqualTo(401);

        assertThat(audited("operator").stream().filter(row -> row.get("subject").equals(Json.createValue(name)))
                .map(row -> row.getString("action")))
                .containsExactly("account-removed", "password-changed", "role-changed", "account-created");
        assertThat(receiver.get("audit?limit=500").text()).doesNotContain("another long password", "staple");
    }

    @Test
    void theAccountsOfTheSettingsStayAsTheyAre() {
        var account = "{\"password\":\"another long password\"}";
        receiver.act("PUT", "accounts/operator/password", account).refuses(409);
        receiver.act("PUT", "accounts/viewer/role", "{\"role\":\"egnyte-operator\"}").refuses(409);
        receiver.act("DELETE", "accounts/viewer", "").refuses(409);
        receiver.post("accounts", order("viewer", PASSWORD, "egnyte-operator")).refuses(409);
        assertThat(receiver.getAs("viewer", "viewer's word", "stats").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"name\":\"eva\"}",
            "{\"name\":\"eva\",\"password\":7,\"role\":\"egnyte-viewer\"}",
        "{\"name\":\"eva\",\"password\":\"long enough for it\",\"role\":\"root\"}",
        "{\"name\":\"eva\",\"password\":\"long enough for it\",\"role\":\"egnyte-viewer\",\"more\":\"\"}",
        "{\"name\":\"eva\",\"password\":\"short\",\"role\":\"egnyte-viewer\"}",
        "{\"name\":\"<b>\",\"password\":\"long enough for it\",\"role\":\"egnyte-viewer\"}",
        "{\"name\":\"e\\u0000va\",\"password\":\"long enough for it\",\"role\":\"egnyte-viewer\"}"})
    void anOrderThatMakesNoSenseIsRefused(String order) {
        receiver.post("accounts", order).refuses(400);
    }

    @ParameterizedTest
    @CsvSource({"PUT,accounts/nobody/password,{\"password\":\"long enough for it\"}", "DELETE,accounts/nobody,''",
        "PUT,accounts/no%20body/role,{\"role\":\"egnyte-viewer\"}"})
    void whoIsNotThereIsNotFound(String method, String path, String body) {
        assertThat(receiver.act(method, path, body).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({"GET,accounts", "POST,accounts", "PUT,accounts/viewer/password", "PUT,accounts/viewer/role",
        "DELETE,accounts/viewer", "GET,audit"})
    void aViewerMayNotSeeOrChangeThat(String method, String path) {
        receiver.send(receiver.api(path).header("Authorization", Receiver.basic("viewer", "viewer's word"))
                .method(method, BodyPublishers.noBody())).refuses(403);
    }

    @Test
    void whoGuessesHasToWaitAndIsNoted() {
        receiver.post("accounts", order(name, PASSWORD, "egnyte-viewer"));
        IntStream.range(0, 10).forEach(i -> receiver.getAs(name, "guess " + i, "stats").refuses(401));
        var refused = receiver.getAs(name, PASSWORD, "stats").refuses(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 300);
        assertThat(receiver.get("stats").status()).isEqualTo(200);
        assertThat(audited(null)).anySatisfy(row -> {
            assertThat(row.getString("action")).isEqualTo("login-failed");
            assertThat(row.getString("subject")).isEqualTo(name);
            assertThat(row.getString("detail")).isEqualTo("failures: 8");
        });
        act("DELETE", "", "");
    }

    @Test
    void theTrailIsReadInPages() {
        IntStream.range(0, 3).forEach(i -> {
            receiver.post("accounts", order(name + i, PASSWORD, "egnyte-viewer"));
            receiver.act("DELETE", "accounts/" + name + i, "");
        });
        var first = receiver.get("audit?limit=2").json();
        var second = receiver.get("audit?limit=2&after=" + first.getString("next")).json();
        assertThat(List.of(first, second)).flatExtracting(page -> page.getJsonArray("items")
                .getValuesAs(JsonObject.class))
                .extracting(row -> row.getString("action") + " " + row.getString("subject"))
                .containsExactly("account-removed " + name + 2, "account-created " + name + 2,
                        "account-removed " + name + 1, "account-created " + name + 1);
        receiver.get("audit?after=x").refuses(400);
    }

    private List<JsonObject> audited(String account) {
        return receiver.get("audit?limit=500").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(row -> Objects.equals(account, row.getString("account", null))).toList();
    }

    private JsonObject account() {
        return receiver.get("accounts").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(account -> account.getString("name").equals(name)).findFirst().orElseThrow();
    }

    private void act(String method, String what, String body) {
        assertThat(receiver.act(method, "accounts/" + name + what, body).status()).isEqualTo(204);
    }

    private int status(String password, String path) {
        return receiver.getAs(name, password, path).status();
    }

    private static String order(String name, String password, String role) {
        return Json.createObjectBuilder().add("name", name).add("password", password).add("role", role).build()
                .toString();
    }
}
