package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.egnytereceiver.server.AsadminServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is GlassFish's own: settings as properties of the system, its realm, and OpenMQ, which nobody must send work to. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "glassfish")
class GlassFishIT {

    private static final Path WAR = Path.of("target", "egnyte.war").toAbsolutePath();
    private static final Map<String, String> SETTINGS = Map.of("egnyte.delivery.secrets", Receiver.SECRET,
            "egnyte.operator.name", "operator", "egnyte.operator.password", "operator's word = a:b\\c");

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static StrictBroker broker;
    private static AsadminServer server;

    @BeforeAll
    static void start() throws Exception {
        broker = StrictBroker.started();
        ENVIRONMENT.putAll(PostgreSql.started().coordinates());
        ENVIRONMENT.putAll(broker.coordinates());
        ENVIRONMENT.putAll(Map.of("DATABASE_DRIVER", Resources.driver().toString(),
                "ADAPTER", Resources.adapter().toString()));
        server = new AsadminServer("glassfish",
                TestServer.emptied(Path.of("target", "system", "glassfish-own").toAbsolutePath()));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** After a deployment that failed the server has to be started anew. */
    @AfterEach
    void nothingIsDeployed() {
        server.undeploy();
        server.unconfigure().orThrow();
        server.stop();
        server.start();
    }

    @Test
    void aConnectionFactoryOfOpenMqIsNoticed() throws IOException {
        configure();
        server.asadmin("delete-connector-resource", "jms/EgnyteConnections").orThrow();
        server.asadmin("create-jms-resource", "--restype", "jakarta.jms.ConnectionFactory", "jms/EgnyteConnections").orThrow();
        try {
            refusesWith("EGR-6001 The receiver does not start. jms/EgnyteConnections belongs to another broker");
        } finally {
            server.asadmin("delete-jms-resource", "jms/EgnyteConnections").orThrow();
        }
    }

    @Test
    void withoutTheConnectionFactoryItIsNotDeployedAndSaysSo() throws IOException {
        configure();
        server.asadmin("delete-connector-resource", "jms/EgnyteConnections").orThrow();

        refusesWith("EGR-6001 The receiver does not start. jms/EgnyteConnections is missing: the script in server-config");
    }

    @Test
    void withoutTheDataSourceItIsNotDeployedAndTheServerNamesIt() throws IOException {
        configure();
        server.asadmin("delete-jdbc-resource", "jdbc/EgnyteReceiver").orThrow();

        refusesWith("jdbc/EgnyteReceiver");
    }

    @Test
    void withoutTheAdapterItIsNotDeployedAndTheServerNamesIt() throws IOException {
        configure();
        server.asadmin("undeploy", "--cascade=true", "egnyte-ra").orThrow();

        refusesWith("Resource adapter egnyte-ra is not deployed");
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
    void aWrongSettingStopsTheDeploymentAndIsNamed() throws IOException {
        configure();
        set("egnyte.work.max-attempts=ten apples");

        refusesWith("EGR-6001 The receiver does not start. The setting egnyte.work.max-attempts");
    }

    @Test
    void settingsAndTheRealmAreThoseOfTheServer() {
        configure();
        server.deploy(WAR).orThrow();
        receiver().deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);
        assertThat(receiver().getAs("operator", "operator's word = a:b\\c", "stats").status()).isEqualTo(200);

        set("egnyte.delivery.max-body-size=10");
        Awaiting.until("the new limit", () -> receiver().deliver(array(fileAdded(freshDomain(), "1"))).refuses(413));

        server.undeploy().orThrow();
        user("olga", "egnyte-operator", "operators-word");
        user("victor", "egnyte-viewer", "viewers-word");
        set("egnyte.accounts.source=server");
        server.deploy(WAR).orThrow();
        assertThat(receiver().getAs("olga", "operators-word", "audit").status()).isEqualTo(200);
        assertThat(receiver().getAs("victor", "viewers-word", "stats").status()).isEqualTo(200);
        receiver().getAs("victor", "viewers-word", "audit").refuses(403);
        receiver().getAs("olga", "wrong", "stats").refuses(401);
    }

    /** Twice, as whoever runs it does not know what ran before. */
    private static void configure() {
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
    }

    private static void set(String setting) {
        server.asadmin("create-system-properties", setting).orThrow();
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
        assertThat(receiver().deliver("[]").status()).isEqualTo(404);
    }

    private static Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + server.port() + "/egnyte/"));
    }
}
