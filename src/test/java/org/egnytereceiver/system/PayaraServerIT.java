package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.egnytereceiver.server.AsadminServer;
import org.egnytereceiver.server.PayaraServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Payara Server: its console, its vault, its realm, and what it says of things that are missing. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara-server")
class PayaraServerIT extends AsadminContract {

    @Override
    AsadminServer made(Path directory) {
        return new PayaraServer("payara-server", directory);
    }

    /** It would remember for a minute what it has read of its settings. */
    @Override
    void begin() {
        super.begin();
        server.asadmin("set-config-cache", "--duration=1").orThrow();
    }

    @Test
    void whatTheScriptMadeIsTakenBackAndThenItIsNotDeployed() {
        assertThat(made()).contains("jdbc/EgnyteReceiver", "jms/EgnyteConnections",
                "applications.application.egnyte-ra", "egnyte.delivery.secrets",
                "property.payara.microprofile.egnyte.operator.name");

        change(AsadminServer::unconfigure);

        assertThat(made()).doesNotContainIgnoringCase("egnyte");

        assertThat(deploy().status()).isNotZero();

        isNotThere();
    }

    @Test
    void withAWrongPasswordOfTheBrokerItIsNotDeployedAndSaysSo() throws IOException {
        change("set", "resources.connector-connection-pool.EgnyteBrokerPool.property.Password=wrong");

        receiverRefuses("The queue egnyte.work must not be used by the user of jms/EgnyteConnections");
    }

    @Test
    void anotherSecretOfTheVaultHoldsFromTheNextDeploymentOn() {
        deploy().orThrow();
        assertThat(statusFor(Receiver.SECRET)).isEqualTo(200);
        change(server -> server.withSecret("AS_ADMIN_ALIASPASSWORD", "one, two",
                "update-password-alias", "egnyte.delivery.secrets"));
        server.undeploy().orThrow();

        deploy().orThrow();

        assertThat(statusFor("one")).isEqualTo(200);
        assertThat(statusFor("two")).isEqualTo(200);
        assertThat(statusFor(Receiver.SECRET)).isEqualTo(401);
    }

    private String made() {
        return server.asadmin("list", "resources.*").orThrow().said()
                + server.asadmin("list", "applications.application.*").orThrow().said()
                + server.asadmin("list-password-aliases").orThrow().said()
                + server.asadmin("get", "property.*").orThrow().said();
    }

    private int statusFor(String secret) {
        return receiver().send(receiver().bare("connect").header("Authorization", secret)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("[]"))).status();
    }
}
