package org.egnytereceiver.adapter;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker inside the server's process, with its files in one directory. */
final class EmbeddedBroker {

    static final int SERVER_ID = 0;

    private static final String WORK = "egnyte.work";

    /**
     * Messages on the work queue only say where to look: beyond this, and what its session has leave for already (the adapter's
     * {@code ProducerWindowSize}), the dispatcher waits, and nobody else.
     */
    private static final long WORK_BYTES = 1L << 20;

    /**
     * Beyond this, what subscribers have not fetched waits on the disk only. Without a bound of its own a topic takes half of
     * the heap, and then nobody gets leave to send to the work queue: one that stays away would end all work.
     */
    private static final long BYTES_OF_AN_ADDRESS = 64L << 20;
    private static final long NO_BOUND_FOR_ALL = -1;

    private static final Logger LOG = System.getLogger(EmbeddedBroker.class.getName());

    /** The broker writes a line per call here unless told otherwise. Held, since a logger nobody holds is forgotten. */
    private static final java.util.logging.Logger AUDIT = java.util.logging.Logger.getLogger("org.apache.activemq.audit");

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    static EmbeddedBroker started(String directory, int port) throws ResourceAdapterInternalException {
        AUDIT.setLevel(java.util.logging.Level.WARNING);
        try {
            var configuration = storage(directory);
            addresses(configuration);
            acceptors(configuration, port);
            var server = new EmbeddedActiveMQ().setConfiguration(configuration);
            server.start();
            return new EmbeddedBroker(server);
        } catch (Exception cause) {
            throw new ResourceAdapterInternalException("The embedded broker did not start in " + directory, cause);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception cause) {
            LOG.log(Level.WARNING, "The embedded broker did not stop cleanly", cause);
        }
    }

    /** Security is off because nobody reaches this broker but the server itself and, if a port is set, this machine. */
    private static Configuration storage(String directory) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory + "/journal")
                .setBindingsDirectory(directory + "/bindings")
                .setLargeMessagesDirectory(directory + "/large-messages")
                .setPagingDirectory(directory + "/paging")
                .setNodeManagerLockDirectory(directory + "/lock");
    }

    private static void addresses(Configuration configuration) {
        configuration.setGlobalMaxSize(NO_BOUND_FOR_ALL);
        configuration.addAddressSetting("#", new AddressSettings()
                .setMaxSizeBytes(BYTES_OF_AN_ADDRESS)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setDeadLetterAddress(SimpleString.of("egnyte.dead"))
                .setExpiryAddress(SimpleString.of("egnyte.expired"))
                .setAutoCreateDeadLetterResources(true)
                .setAutoCreateExpiryResources(true));
        configuration.addAddressSetting(WORK, new AddressSettings()
                .setMaxSizeBytes(WORK_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
                .setDeadLetterAddress(SimpleString.of("egnyte.dead"))
                .setExpiryAddress(SimpleString.of("egnyte.expired")));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(WORK)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(WORK).setRoutingType(RoutingType.ANYCAST)));
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName("egnyte.events")
                .addRoutingType(RoutingType.MULTICAST));
    }

    private static void acceptors(Configuration configuration, int port) throws Exception {
        configuration.addAcceptorConfiguration("in-vm", "vm://" + SERVER_ID);
        if (port > 0) {
            configuration.addAcceptorConfiguration(new TransportConfiguration(NettyAcceptorFactory.class.getName(),
                    Map.of(TransportConstants.HOST_PROP_NAME, "127.0.0.1",
                            TransportConstants.PORT_PROP_NAME, port,
                            TransportConstants.PROTOCOLS_PROP_NAME, "CORE"), "local"));
        }
    }
}
