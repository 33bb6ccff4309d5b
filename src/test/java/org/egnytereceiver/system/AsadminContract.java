package org.egnytereceiver.system;

import java.io.IOException;
import java.util.function.Function;
import org.egnytereceiver.server.AsadminServer;
import org.egnytereceiver.server.Outcome;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What is said of things that are missing on a server that {@code asadmin} administers. */
@TestMethodOrder(OrderAnnotation.class)
abstract class AsadminContract extends ServerContract<AsadminServer> {

    private boolean whole;

    /** Again when something was changed, as whoever runs the script does not know what ran before. */
    @Override
    void prepare() {
        if (!whole) {
            configure();
            whole = true;
        }
    }

    /** With signs that separate or escape in commands of {@code asadmin}. */
    @Override
    String password() {
        return super.password() + " = a:b\\c";
    }

    /** Changes something that the script has made. */
    final void change(String... command) {
        change(server -> server.asadmin(command));
    }

    /** Changes something that the script has made, in another way. */
    final void change(Function<AsadminServer, Outcome> command) {
        whole = false;
        command.apply(server).orThrow();
    }

    @Test
    void withoutTheDataSourceItIsNotDeployedAndTheServerNamesIt() throws IOException {
        change("delete-jdbc-resource", "jdbc/EgnyteReceiver");

        refusesWith("jdbc/EgnyteReceiver");
    }

    @Test
    void withoutTheConnectionFactoryItIsNotDeployedAndSaysSo() throws IOException {
        change("delete-connector-resource", "jms/EgnyteConnections");

        receiverRefuses("jms/EgnyteConnections is missing: the script in server-config");
    }

    @Test
    void aConnectionFactoryOfAnotherBrokerIsNoticed() throws IOException {
        change("delete-connector-resource", "jms/EgnyteConnections");
        server.asadmin("create-jms-resource", "--restype", "jakarta.jms.ConnectionFactory", "jms/EgnyteConnections")
                .orThrow();
        try {
            receiverRefuses("jms/EgnyteConnections belongs to another broker than the queue egnyte.work");
        } finally {
            server.asadmin("delete-jms-resource", "jms/EgnyteConnections").orThrow();
        }
    }

    /** The last: what fails there the server cannot deploy again until it is started anew. */
    @Test
    @Order(Order.DEFAULT + 1)
    void withoutTheAdapterItIsNotDeployedAndTheServerNamesIt() throws IOException {
        change("undeploy", "--cascade=true", "egnyte-ra");

        refusesWith("Resource adapter egnyte-ra is not deployed");
    }
}
