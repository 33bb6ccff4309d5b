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
import org.egnytereceiver.server.Liberty;
import org.egnytereceiver.server.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is Open Liberty's own: its files, its registry, and what it says of things that are missing. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "liberty")
class LibertyIT {

    private static final Path WAR = Path.of("target", "egnyte.war").toAbsolutePath();
    private static final Map<String, String> SETTINGS = Map.of("egnyte.delivery.secrets", Receiver.SECRET,
            "egnyte.operator.name", "operator", "egnyte.operator.password", "operator's word");

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static StrictBroker broker;
    private static Liberty server;

    @BeforeAll
    static void start() throws Exception {
        broker = StrictBroker.started();
        ENVIRONMENT.putAll(PostgreSql.started().coordinates());
        ENVIRONMENT.putAll(broker.coordinates());
        ENVIRONMENT.putAll(Map.of("DATABASE_DRIVER", Resources.driver().toString(),
                "ADAPTER", Resources.adapter().toString()));
        server = new Liberty("liberty", TestServer.emptied(Path.of("target", "system", "liberty-own").toAbsolutePath()));
        server.start();
        server.stop();
    }

    @AfterEach
    void nothingIsLeft() {
        server.stop();
        server.takeBack();
        server.unconfigure().orThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dataSource id='EgnyteReceiver' jndiName='jdbc/Another'/>                | jdbc/EgnyteReceiver is missing
            <jmsConnectionFactory id='EgnyteConnections' jndiName='jms/Another'/>    | jms/EgnyteConnections is missing
            <authData id='EgnyteBroker' user='nobody' password='wrong'/>             | The queue egnyte.work must not be used
            <variable name='egnyte.work.max-attempts' value='ten apples'/>           | The setting egnyte.work.max-attempts
            <variable name='egnyte.operator.password' value='{aes}ARC+syf8S'/>       | The setting egnyte.operator.password
            """)
    void whatIsMissingOrWrongIsNamedByOneSentence(String otherwise, String sentence) throws IOException {
        configure();
        server.override(otherwise);

        assertThat(begun(WAR).isSuccess()).isFalse();

        Awaiting.until("the sentence", () -> assertThat(Files.readString(server.log()))
                .contains("EGR-6001 The receiver does not start. " + sentence));
        assertThat(receiver().deliver("[]").status()).isEqualTo(404);
    }

    /** The server does not begin with an application whose adapter it is told of and does not have. */
    @Test
    void withoutTheAdapterTheServerNamesItAndWaits() {
        configure();
        server.override("<resourceAdapter id='egnytera' location='nowhere.rar'/>");
        server.place(WAR);
        server.start();

        Awaiting.until("the sentence of the server", () -> assertThat(Files.readString(server.log()))
                .contains("J2CA7014W: The resource adapter egnytera could not be installed"));

        assertThat(receiver().deliver("[]").status()).isEqualTo(404);
    }

    @Test
    void withoutTheQueueItDoesNotStartAndSaysSo() throws Exception {
        configure();
        broker.removeQueue();
        try {
            assertThat(begun(WAR).isSuccess()).isFalse();

            Awaiting.until("the sentence", () -> assertThat(Files.readString(server.log()))
                    .contains("The queue egnyte.work is missing on the broker"));
        } finally {
            broker.makeQueue();
        }
    }

    @Test
    void aSettingThatIsChangedTakesEffectWhileItRuns() {
        configure();
        begun(WAR).orThrow();
        receiver().deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);

        server.override("<variable name='egnyte.delivery.max-body-size' value='10'/>");

        Awaiting.until("the new limit", () -> receiver().deliver(array(fileAdded(freshDomain(), "1"))).refuses(413));
    }

    @Test
    void theRegistryOfTheServerSaysWhoMayDoWhat() {
        configure();
        server.override("""
                <variable name='egnyte.accounts.source' value='server'/>
                <basicRegistry>
                  <user name='olga' password='operators-word'/>
                  <user name='victor' password='viewers-word'/>
                  <user name='eve' password='strangers-word'/>
                  <group name='egnyte-operator'><member name='olga'/></group>
                  <group name='egnyte-viewer'><member name='victor'/></group>
                </basicRegistry>
                <webAppSecurity useAuthenticationDataForUnprotectedResource='true'/>
                """);
        begun(WAR).orThrow();

        assertThat(receiver().getAs("olga", "operators-word", "audit").status()).isEqualTo(200);
        assertThat(receiver().getAs("victor", "viewers-word", "stats").status()).isEqualTo(200);
        receiver().getAs("victor", "viewers-word", "audit").refuses(403);
        receiver().getAs("eve", "strangers-word", "stats").refuses(403);
        receiver().getAs("olga", "wrong", "stats").refuses(401);
        receiver().get("stats").refuses(401);
    }

    /** Twice, as whoever runs it does not know what ran before. */
    private static void configure() {
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
        server.configure(ENVIRONMENT, SETTINGS).orThrow();
    }

    /** Starts the server with the application in its place. */
    private static Outcome begun(Path war) {
        server.place(war);
        server.start();
        return server.startOfApplication();
    }

    private static Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + server.port() + "/egnyte/"));
    }
}
