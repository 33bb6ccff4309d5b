package org.egnytereceiver.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.chaos.FreePort;

/** A broker that makes neither queue nor topic because somebody asks for it. It ends with this process. */
final class StrictBroker {

    private static final String WORK = "egnyte.work";
    private static final String EVENTS = "egnyte.events";
    private static final String ROLE = "receivers";

    private final EmbeddedActiveMQ broker;
    private final int port;

    private StrictBroker(EmbeddedActiveMQ broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    static StrictBroker started() throws Exception {
        var port = FreePort.found();
        var configuration = new ConfigurationImpl().setPersistenceEnabled(false).setJMXManagementEnabled(false)
                .addAcceptorConfiguration("netty", "tcp://127.0.0.1:" + port + "?protocols=CORE");
        configuration.addAddressSetting("#", new AddressSettings().setAutoCreateQueues(false).setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false).setAutoDeleteAddresses(false));
        configuration.putSecurityRoles("#", Set.of(
                new Role(ROLE, true, true, true, true, true, true, false, true, true, true, false, false)));
        var broker = new EmbeddedActiveMQ().setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), new SecurityConfiguration(
                        Map.of(Broker.USER, Broker.PASSWORD), Map.of(Broker.USER, List.of(ROLE)))));
        broker.start();
        broker.getActiveMQServer().addAddressInfo(new AddressInfo(SimpleString.of(EVENTS), RoutingType.MULTICAST));
        var strict = new StrictBroker(broker, port);
        strict.makeQueue();
        return strict;
    }

    int port() {
        return port;
    }

    void makeQueue() throws Exception {
        broker.getActiveMQServer().addAddressInfo(new AddressInfo(SimpleString.of(WORK), RoutingType.ANYCAST));
        broker.getActiveMQServer().createQueue(QueueConfiguration.of(WORK).setRoutingType(RoutingType.ANYCAST), true);
    }

    void removeQueue() throws Exception {
        broker.getActiveMQServer().removeAddressInfo(SimpleString.of(WORK), null, true);
    }
}
