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
import org.egnytereceiver.server.WildFly;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What is WildFly's own: its console, its vault, its realm, and what it says of things that are missing. In an order,
 * since each time it is configured it is started anew.
 */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
@TestMethodOrder(OrderAnnotation.class)
class WildFlyIT {

    private static final Path WAR = Path.of("target", "egnyte.war").toAbsolutePath();
    private static final String PASSWORD = "operator's word";
    private static final Map<String, String> SETTINGS = Map.of("egnyte.delivery.secrets", Receiver.SECRET,
            "egnyte.operator.name", "operator", "egnyte.operator.password", PASSWORD);

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static StrictBroker broker;
    private static WildFly server;

    @BeforeAll
    static void start() throws Exception {
        server = new WildFly("wildfly",
                TestServer.emptied(Path.of("target", "system", "wildfly-own").toAbsolutePath()));
        broker = StrictBroker.started();
        ENVIRONMENT.putAll(PostgreSql.started().coordinates());
        ENVIRONMENT.putAll(broker.coordinates());
        ENVIRONMENT.put("DATABASE_DRIVER", Resources.driver().toString());
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
    @Order(1)
    void aServerThatWasNotConfiguredDoesNotDeployItAndNamesWhatIsMissing() throws IOException {
        refusesWith("jdbc.EgnyteReceiver");
    }

    @Test
    @Order(2)
    void runTwiceTheScriptChangesNothingAndWritesNoSecret() throws IOException {
        configure();
        var once = Files.readString(server.configuration());

        configure();

        assertThat(Files.readString(server.configuration())).isEqualTo(once)
                .doesNotContain(Receiver.SECRET, PASSWORD, ENVIRONMENT.get("BROKER_PASSWORD"));
    }

    @Test
    @Order(3)
    void whatIsChangedInTheConsoleTakesEffectWhileItRuns() {
        server.deploy(WAR).orThrow();
        receiver().deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);
        assertThat(receiver().getAs("operator", PASSWORD, "stats").status()).isEqualTo(200);
        server.command("/system-property=egnyte.delivery.max-body-size:add(value=10)").orThrow();
        try {
            Awaiting.until("the new limit",
                    () -> receiver().deliver(array(fileAdded(freshDomain(), "1"))).refuses(413));
        } finally {
            server.command("/system-property=egnyte.delivery.max-body-size:remove").orThrow();
        }
    }

    @Test
    @Order(3)
    void aWrongSettingOfTheConsoleStopsTheDeploymentAndIsNamed() throws IOException {
        wrongSettingStopsTheDeployment("/system-property=egnyte.work.max-attempts", "value=\"ten apples\"");
    }

    /** Later than the others, since WildFly forgets such a source when it starts anew and not before. */
    @Test
    @Order(4)
    void aSourceOfMicroProfileConfigSetsAsWell() throws IOException {
        wrongSettingStopsTheDeployment("/subsystem=microprofile-config-smallrye/config-source=egnyte",
                "properties={egnyte.work.max-attempts=\"ten apples\"}");
    }

    private static void wrongSettingStopsTheDeployment(String place, String content) throws IOException {
        server.command(place + ":add(" + content + ")").orThrow();
        try {
            refusesWith("EGR-6001 The receiver does not start. The setting egnyte.work.max-attempts");
        } finally {
            server.command(place + ":remove").orThrow();
        }
    }

    @Test
    @Order(3)
    void withoutTheQueueItIsNotDeployedAndSaysSo() throws Exception {
        broker.removeQueue();
        try {
            refusesWith("The queue egnyte.work is missing on the broker");
        } finally {
            broker.makeQueue();
        }
    }

    @Test
    @Order(3)
    void theRealmOfTheServerSaysWhoMayDoWhat() {
        server.user("olga", "egnyte-operator", "operators-word").orThrow();
        server.user("victor", "egnyte-viewer", "viewers-word").orThrow();
        server.user("eve", "staff", "strangers-word").orThrow();
        server.command("/subsystem=elytron/properties-realm=ApplicationRealm:load").orThrow();
        server.command("/system-property=egnyte.accounts.source:add(value=server)").orThrow();
        try {
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
            server.command("/system-property=egnyte.accounts.source:remove").orThrow();
        }
    }

    @Test
    @Order(5)
    void withoutTheConnectionFactoryItIsNotDeployedAndTheServerNamesIt() throws IOException {
        server.command("/subsystem=messaging-activemq/pooled-connection-factory=egnyte-ra"
                + ":remove{allow-resource-service-restart=true}").orThrow();

        refusesWith("jms.EgnyteConnections");
    }

    @Test
    @Order(6)
    void whatTheScriptsMadeIsTakenBack() throws IOException {
        server.unconfigure().orThrow();

        assertThat(Files.readString(server.configuration())).doesNotContainIgnoringCase("egnyte");
    }

    private static void configure() {
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
    }

    /** It is not deployed, and one sentence, in the answer or a moment later in the log, says why. */
    private static void refusesWith(String sentence) throws IOException {
        var before = Files.readString(server.log()).length();

        var outcome = server.deploy(WAR);

        assertThat(outcome.status()).as(outcome.said()).isNotZero();
        Awaiting.until("the sentence", () -> assertThat(
                outcome.said() + Files.readString(server.log()).substring(before)).contains(sentence));
        assertThat(server.command("/deployment=egnyte.war:read-resource").status()).isNotZero();
    }

    private static Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + server.port() + "/egnyte/"));
    }
}
