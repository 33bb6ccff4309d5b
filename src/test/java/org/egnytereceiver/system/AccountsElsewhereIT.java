package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.egnytereceiver.chaos.FreePort;
import org.egnytereceiver.support.OidcProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that the receiver does not keep itself, on Payara Micro. */
@Tag("own-server")
class AccountsElsewhereIT {

    private static final Path RUN = Path.of("target", "run").toAbsolutePath();

    @Test
    void aProviderSaysWhoMayDoWhat() throws Exception {
        var directory = TestServer.emptied(Path.of("target", "system", "oidc").toAbsolutePath());
        try (var provider = OidcProvider.started();
                var server = OwnReceiver.starting(directory, FreePort.found(),
                        Map.of("egnyte.accounts.source", "oidc", "egnyte.accounts.issuer", provider.issuer(),
                                "egnyte.accounts.audience", OidcProvider.AUDIENCE))) {
            var receiver = server.whenReady();
            var olga = provider.token(provider.claims("olga", "egnyte-operator"));
            var victor = provider.token(provider.claims("victor", "egnyte-viewer"));
            assertThat(get(receiver, olga, "stats").status()).isEqualTo(200);
            assertThat(get(receiver, olga, "audit").status()).isEqualTo(200);
            assertThat(get(receiver, victor, "stats").status()).isEqualTo(200);
            get(receiver, victor, "audit").refuses(403);
            get(receiver, provider.token(provider.claims("eve")), "stats").refuses(403);
            assertThat(get(receiver, provider.forged(provider.claims("eve", "egnyte-operator")), "stats").refuses(401)
                    .header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
            receiver.get("stats").refuses(401);
            get(receiver, olga, "accounts").refuses(409);

            receiver.deliver(array(fileAdded("acme", "1"))).counts(1, 1, 0, 0);
            receiver.deliver("[7]").counts(1, 0, 0, 1);
            var id = get(receiver, olga, "quarantine").json().getJsonArray("items").getJsonObject(0).getString("id");
            assertThat(receiver.send(receiver.api("quarantine/" + id).header("Authorization", "Bearer " + olga)
                    .DELETE())
                    .status()).isEqualTo(204);
            assertThat(get(receiver, olga, "audit").json().getJsonArray("items").getValuesAs(JsonObject.class))
                    .extracting(row -> row.getString("action"), row -> row.getString("account", null))
                    .containsExactly(tuple("quarantine-discarded", "olga"), tuple("login-failed", null),
                            tuple("login-failed", null));
        }
    }

    @Test
    void theRealmOfTheServerSaysWhoMayDoWhat() throws Exception {
        var directory = TestServer.emptied(Path.of("target", "system", "realm").toAbsolutePath());
        var home = withUsers(Files.createDirectories(directory.resolve("run")));
        try (var server = OwnReceiver.starting(home, directory, FreePort.found(),
                Map.of("egnyte.accounts.source", "server"))) {
            var receiver = server.whenReady();
            assertThat(receiver.getAs("olga", "operators-word", "stats").status()).isEqualTo(200);
            assertThat(receiver.getAs("olga", "operators-word", "audit").status()).isEqualTo(200);
            assertThat(receiver.getAs("victor", "viewers-word", "stats").status()).isEqualTo(200);
            receiver.getAs("victor", "viewers-word", "audit").refuses(403);
            receiver.getAs("eve", "strangers-word", "stats").refuses(403);
            receiver.getAs("olga", "wrong", "stats").refuses(401);
            receiver.getAs("nobody", "wrong", "stats").refuses(401);
            receiver.get("stats").refuses(401);
            receiver.send(receiver.api("stats")).refuses(401);
            assertThat(receiver.getAs("olga", "operators-word", "stats").header("Set-Cookie")).isNull();
            receiver.deliver(array(fileAdded("acme", "1"))).counts(1, 1, 0, 0);
        }
        ServerLog.of(directory.resolve("data/log/server.0.log")).isFreeOfStackTraces();
    }

    private static Answer get(Receiver receiver, String token, String path) {
        return receiver.send(receiver.api(path).header("Authorization", "Bearer " + token));
    }

    /** The runnable receiver, with users in the file realm of its server. */
    private static Path withUsers(Path home) throws IOException {
        try (var files = Files.list(RUN)) {
            for (var file : files.toList()) {
                if (file.getFileName().toString().equals("payara-micro.jar")) {
                    Files.createSymbolicLink(home.resolve(file.getFileName()), file);
                } else {
                    Files.copy(file, home.resolve(file.getFileName()));
                }
            }
        }
        user(home, "olga", "egnyte-operator", "operators-word");
        user(home, "victor", "egnyte-viewer", "viewers-word");
        user(home, "eve", "staff", "strangers-word");
        return home;
    }

    private static void user(Path home, String name, String group, String password) throws IOException {
        var secret = Files.writeString(home.resolve(name), "AS_ADMIN_USERPASSWORD=" + password + "\n");
        Files.writeString(home.resolve("embedded.asadmin"), "\ncreate-file-user --passwordfile " + secret
                + " --groups " + group + " " + name + "\n", StandardOpenOption.APPEND);
    }
}
