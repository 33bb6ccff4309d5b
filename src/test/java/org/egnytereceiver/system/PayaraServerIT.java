package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.egnytereceiver.server.AsadminServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is Payara Server's own: its console, its vault, its realm, and what it says of things that are missing. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara-server")
class PayaraServerIT {

    /** The server looks at its sources again after a minute, and the receiver at the server some seconds after that. */
    private static final Duration LONGEST_REMEMBERED = Duration.ofMinutes(3);

    private static final Path WAR = Path.of("target", "egnyte.war").toAbsolutePath();
    private static final Map<String, String> SETTINGS = Map.of("egnyte.delivery.secrets", Receiver.SECRET,
            "egnyte.operator.name", "operator", "egnyte.operator.password", "operator's word");

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static StrictBroker broker;
    private static AsadminServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new AsadminServer("payara-server",
                TestServer.emptied(Path.of("target", "system", "payara-server-own").toAbsolutePath()));
        broker = StrictBroker.started();
        ENVIRONMENT.putAll(PostgreSql.started().coordinates());
        ENVIRONMENT.putAll(broker.coordinates());
        ENVIRONMENT.putAll(Map.of("DATABASE_DRIVER", Resources.driver().toString(),
                "ADAPTER", Resources.adapter().toString()));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsDeployed() {
        server.undeploy();
    }

    @Test
    void whatTheScriptMadeIsTakenBackAndThenItIsNotDeployed() {
        configure();
        assertThat(made()).contains("jdbc/EgnyteReceiver", "jms/EgnyteConnections", "applications.application.egnyte-ra",
                "egnyte.delivery.secrets", "property.payara.microprofile.egnyte.operator.name");

        server.unconfigure().orThrow();

        assertThat(made()).doesNotContainIgnoringCase("egnyte");

        assertThat(server.deploy(WAR).status()).isNotZero();

        assertThat(statusOfADelivery()).isEqualTo(404);
    }

    @Test
    void withoutTheDataSourceItIsNotDeployedAndTheServerNamesIt() throws IOException {
        configure();
        server.asadmin("delete-jdbc-resource", "jdbc/EgnyteReceiver").orThrow();

        refusesWith("jdbc/EgnyteReceiver");
    }

    @Test
    void withoutTheConnectionFactoryItIsNotDeployedAndSaysSo() throws IOException {
        configure();
        server.asadmin("delete-connector-resource", "jms/EgnyteConnections").orThrow();

        refusesWith("EGR-6001 The receiver does not start. jms/EgnyteConnections is missing: the script in server-config");
    }

    @Test
    void aConnectionFactoryOfAnotherBrokerIsNoticed() throws IOException {
        configure();
        server.asadmin("delete-connector-resource", "jms/EgnyteConnections").orThrow();
        server.asadmin("create-jms-resource", "--restype", "jakarta.jms.ConnectionFactory", "jms/EgnyteConnections").orThrow();
        try {
            refusesWith("jms/EgnyteConnections belongs to another broker than the queue egnyte.work");
        } finally {
            server.asadmin("delete-jms-resource", "jms/EgnyteConnections").orThrow();
        }
    }

    @Test
    void withoutTheQueueItIsNotDeployedAndSaysSo() throws Exception {
        configure();
        broker.removeQueue();
        try {
            refusesWith("The queue egnyte.work is missing on the broker");
        } finally {
            broker.makeQueue();
        }
    }

    @Test
    void withAWrongPasswordOfTheBrokerItIsNotDeployedAndSaysSo() throws IOException {
        configure();
        server.asadmin("set", "resources.connector-connection-pool.EgnyteBrokerPool.property.Password=wrong").orThrow();

        refusesWith("The queue egnyte.work must not be used by the user of jms/EgnyteConnections");
    }

    /** A deployment that fails there leaves the server unable to deploy it again, until it is started anew. */
    @Test
    void withoutTheAdapterItIsNotDeployedAndTheServerNamesIt() throws IOException {
        configure();
        server.asadmin("undeploy", "--cascade=true", "egnyte-ra").orThrow();

        refusesWith("Resource adapter egnyte-ra is not deployed");

        server.stop();
        server.start();
    }

    @Test
    void aWrongSettingOfTheConsoleStopsTheDeploymentAndIsNamed() throws IOException {
        configure();
        try {
            set("egnyte.work.max-attempts", "ten apples");

            refusesWith("EGR-6001 The receiver does not start. The setting egnyte.work.max-attempts");
        } finally {
            remove("egnyte.work.max-attempts");
        }
    }

    @Test
    void whatIsChangedInTheConsoleTakesEffectWhileItRuns() {
        configure();
        server.deploy(WAR).orThrow();
        receiver().deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);
        try {
            set("egnyte.delivery.max-body-size", "10");
            await("the new limit").atMost(LONGEST_REMEMBERED).untilAsserted(() -> receiver().deliver(array(fileAdded(freshDomain(), "1"))).refuses(413));
        } finally {
            remove("egnyte.delivery.max-body-size");
        }
    }

    @Test
    void anotherSecretOfTheVaultHoldsFromTheNextDeploymentOn() {
        configure();
        server.deploy(WAR).orThrow();
        assertThat(statusFor(Receiver.SECRET)).isEqualTo(200);
        server.withSecret("AS_ADMIN_ALIASPASSWORD", "one, two", "update-password-alias", "egnyte.delivery.secrets").orThrow();
        server.undeploy().orThrow();

        server.deploy(WAR).orThrow();

        assertThat(statusFor("one")).isEqualTo(200);
        assertThat(statusFor("two")).isEqualTo(200);
        assertThat(statusFor(Receiver.SECRET)).isEqualTo(401);
    }

    @Test
    void theRealmOfTheServerSaysWhoMayDoWhat() {
        configure();
        user("olga", "egnyte-operator", "operators-word");
        user("victor", "egnyte-viewer", "viewers-word");
        user("eve", "staff", "strangers-word");
        try {
            set("egnyte.accounts.source", "server");
            server.deploy(WAR).orThrow();

            assertThat(receiver().getAs("olga", "operators-word", "stats").status()).isEqualTo(200);
            assertThat(receiver().postAs("olga", "operators-word", "replays",
                    "{\"filter\": {\"domain\": \"nobodys\"}, \"dryRun\": true}").status()).isEqualTo(200);
            assertThat(receiver().getAs("victor", "viewers-word", "stats").status()).isEqualTo(200);
            receiver().postAs("victor", "viewers-word", "replays",
                    "{\"filter\": {\"domain\": \"nobodys\"}, \"dryRun\": true}").refuses(403);
            receiver().getAs("eve", "strangers-word", "stats").refuses(403);
            receiver().getAs("olga", "wrong", "stats").refuses(401);
            receiver().get("stats").refuses(401);
        } finally {
            remove("egnyte.accounts.source");
        }
    }

    private static String made() {
        return server.asadmin("list", "resources.*").orThrow().said()
                + server.asadmin("list", "applications.application.*").orThrow().said()
                + server.asadmin("list-password-aliases").orThrow().said()
                + server.asadmin("get", "property.*").orThrow().said();
    }

    /** The same once more, as whoever runs it does not know what ran before. */
    private static void configure() {
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
    }

    private static void set(String key, String value) {
        server.asadmin("set-config-property", "--source=domain", "--propertyname=" + key, "--propertyvalue=" + value)
                .orThrow();
    }

    private static void remove(String key) {
        server.asadmin("delete-config-property", "--source=domain", "--propertyname=" + key).orThrow();
    }

    private static void user(String name, String group, String password) {
        server.withSecret("AS_ADMIN_USERPASSWORD", password, "create-file-user", "--groups", group, name).orThrow();
    }

    /** It is not deployed, and one sentence, in the answer or a moment later in the log, says why. */
    private static void refusesWith(String sentence) throws IOException {
        var before = Files.readString(server.log()).length();

        var outcome = server.deploy(WAR);

        assertThat(outcome.status()).as(outcome.said()).isNotZero();
        Awaiting.until("the sentence", () -> assertThat(
                outcome.said() + Files.readString(server.log()).substring(before)).contains(sentence));
        assertThat(statusOfADelivery()).isEqualTo(404);
    }

    private static int statusOfADelivery() {
        return receiver().deliver("[]").status();
    }

    private static int statusFor(String secret) {
        return receiver().send(receiver().bare("connect").header("Authorization", secret)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("[]"))).status();
    }

    private static Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + server.port() + "/egnyte/"));
    }
}
