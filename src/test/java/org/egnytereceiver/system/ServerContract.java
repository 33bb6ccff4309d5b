package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.io.IOException;
import java.util.Map;
import org.egnytereceiver.server.ApplicationServer;
import org.junit.jupiter.api.Test;

/** What holds on a server of every make that its script has configured, each in its own way. */
abstract class ServerContract<S extends ApplicationServer> extends BareServerTest<S> {

    private static final String TRIAL = "{\"filter\": {\"domain\": \"nobodys\"}, \"dryRun\": true}";

    @Override
    void prepare() {
        configure();
    }

    /** By its script. */
    final void configure() {
        configure(Map.of("egnyte.delivery.secrets", Receiver.SECRET,
                "egnyte.operator.name", "operator", "egnyte.operator.password", password()));
    }

    /** As whoever runs the script does not know what ran before. */
    final void configureTwice() {
        configure();
        configure();
    }

    /** That of the operator. */
    String password() {
        return "operator's word";
    }

    @Test
    void withoutTheQueueItIsNotDeployedAndSaysSo() throws Exception {
        broker.removeQueue();
        try {
            receiverRefuses("The queue egnyte.work is missing on the broker");
        } finally {
            broker.makeQueue();
        }
    }

    @Test
    void aWrongSettingStopsTheDeploymentAndIsNamed() throws IOException {
        set("egnyte.work.max-attempts", "ten apples");

        receiverRefuses("The setting egnyte.work.max-attempts ");
    }

    @Test
    void aSettingThatIsChangedTakesEffectWhileItRuns() {
        deploy().orThrow();
        receiver().deliver(oneEvent()).counts(1, 1, 0, 0);
        assertThat(receiver().getAs("operator", password(), "stats").status()).isEqualTo(200);

        set("egnyte.delivery.max-body-size", "10");

        Awaiting.until("the new limit", () -> receiver().deliver(oneEvent()).refuses(413));
    }

    @Test
    void theRealmOfTheServerSaysWhoMayDoWhat() {
        server.user("olga", "egnyte-operator", "operators-word");
        server.user("victor", "egnyte-viewer", "viewers-word");
        server.user("eve", "staff", "strangers-word");
        set("egnyte.accounts.source", "server");
        deploy().orThrow();

        assertThat(receiver().getAs("olga", "operators-word", "audit").status()).isEqualTo(200);
        assertThat(receiver().postAs("olga", "operators-word", "replays", TRIAL).status()).isEqualTo(200);
        assertThat(receiver().getAs("victor", "viewers-word", "stats").status()).isEqualTo(200);
        receiver().getAs("victor", "viewers-word", "audit").refuses(403);
        receiver().postAs("victor", "viewers-word", "replays", TRIAL).refuses(403);
        receiver().getAs("eve", "strangers-word", "stats").refuses(403);
        receiver().getAs("olga", "wrong", "stats").refuses(401);
        receiver().getAs("operator", password(), "stats").refuses(401);
    }

    private static String oneEvent() {
        return array(fileAdded(freshDomain(), "1"));
    }
}
