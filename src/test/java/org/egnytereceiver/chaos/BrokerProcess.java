package org.egnytereceiver.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** The broker as a process of its own: Artemis, with the addresses that the receiver asks of an external one. */
public final class BrokerProcess {

    private static final String WORK = "egnyte.work";
    private static final String EVENTS = "egnyte.events";
    private static final String ROLE = "receivers";

    private BrokerProcess() {
    }

    /** @param args directory, port, user, password */
    public static void main(String[] args) throws Exception {
        var configuration = storage(args[0]).setSecurityEnabled(true)
                .addAcceptorConfiguration("netty", "tcp://127.0.0.1:" + args[1] + "?protocols=CORE");
        configuration.putSecurityRoles("#", Set.of(
                new Role(ROLE, true, true, true, true, true, true, true, true, true, true, false, false)));
        addresses(configuration);
        new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(),
                        new SecurityConfiguration(Map.of(args[2], args[3]), Map.of(args[2], List.of(ROLE)))))
                .start();
    }

    private static Configuration storage(String directory) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory + "/journal")
                .setBindingsDirectory(directory + "/bindings")
                .setLargeMessagesDirectory(directory + "/large-messages")
                .setPagingDirectory(directory + "/paging");
    }

    private static void addresses(Configuration configuration) {
        configuration.addAddressSetting("#", new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("egnyte.dead"))
                .setExpiryAddress(SimpleString.of("egnyte.expired"))
                .setAutoCreateDeadLetterResources(true)
                .setAutoCreateExpiryResources(true));
        configuration.addAddressSetting(EVENTS, new AddressSettings()
                .setMaxSizeBytes(64L << 20)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE));
        configuration.addAddressSetting(WORK, new AddressSettings()
                .setMaxSizeBytes(1L << 20)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(WORK)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(WORK).setRoutingType(RoutingType.ANYCAST)));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(EVENTS)
                .addRoutingType(RoutingType.MULTICAST));
    }
}
