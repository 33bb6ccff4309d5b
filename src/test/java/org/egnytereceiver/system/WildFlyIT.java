package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.server.WildFly;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * WildFly: its console, its vault, its realm, and what it says of things that are missing. In an order, since it is
 * configured while it is stopped: what changes its configuration stands last.
 */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
@TestMethodOrder(OrderAnnotation.class)
class WildFlyIT extends ServerContract<WildFly> {

    @Override
    WildFly made(Path directory) {
        return new WildFly("wildfly", directory);
    }

    @Override
    void begin() {
        configure();
        super.begin();
    }

    /** Later than the others, since WildFly forgets such a source when it starts anew and not before. */
    @Test
    @Order(Order.DEFAULT + 1)
    void aSourceOfMicroProfileConfigSetsAsWell() throws IOException {
        var source = "/subsystem=microprofile-config-smallrye/config-source=egnyte";
        server.command(source + ":add(properties={egnyte.work.max-attempts=\"ten apples\"})").orThrow();
        try {
            receiverRefuses("The setting egnyte.work.max-attempts ");
        } finally {
            server.command(source + ":remove").orThrow();
        }
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void withoutTheConnectionFactoryItIsNotDeployedAndTheServerNamesIt() throws IOException {
        server.command("/subsystem=messaging-activemq/pooled-connection-factory=egnyte-ra"
                + ":remove{allow-resource-service-restart=true}").orThrow();

        refusesWith("jms.EgnyteConnections");
    }

    @Test
    @Order(Order.DEFAULT + 3)
    void runTwiceTheScriptChangesNothingAndWritesNoSecret() throws IOException {
        server.stop();
        configure();
        var once = Files.readString(server.configuration());

        configure();

        assertThat(Files.readString(server.configuration())).isEqualTo(once)
                .doesNotContain(Receiver.SECRET, password(), Broker.PASSWORD);
    }

    @Test
    @Order(Order.DEFAULT + 4)
    void whatTheScriptsMadeIsTakenBackAndThenItIsNotDeployedAndTheServerNamesWhatIsMissing() throws IOException {
        server.stop();
        server.unconfigure().orThrow();
        assertThat(Files.readString(server.configuration())).doesNotContainIgnoringCase("egnyte");
        server.start();

        failsWith("jdbc.EgnyteReceiver");
        assertThat(server.command("/deployment=egnyte.war:read-resource").status()).isNotZero();
    }
}
