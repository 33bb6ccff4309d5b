package org.egnytereceiver.adapter;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;

/**
 * The Artemis resource adapter that can bring its own broker: with a data directory it starts one inside the server
 * and speaks to it in memory, without one it connects to an external broker.
 *
 * <p>With an embedded broker its life is the adapter's: the broker is there before the first connection is asked for,
 * and is stopped after the last one was closed. A broker that cannot start fails the deployment of the adapter.
 */
public class BrokerResourceAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1L;

    private String embeddedDataDir;
    private Integer embeddedPort = 0;
    private transient EmbeddedBroker broker;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        if (isEmbedded()) {
            broker = EmbeddedBroker.started(embeddedDataDir, embeddedPort);
            setConnectorClassName(InVMConnectorFactory.class.getName());
            setConnectionParameters("serverId=" + EmbeddedBroker.SERVER_ID);
        }
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        if (broker != null) {
            broker.stop();
        }
    }

    private boolean isEmbedded() {
        return embeddedDataDir != null && !embeddedDataDir.isBlank();
    }

    /** @return the directory of the embedded broker, or null when an external one is used */
    public String getEmbeddedDataDir() {
        return embeddedDataDir;
    }

    /** Called by the server with the configured value, before {@link #start}. */
    public void setEmbeddedDataDir(String embeddedDataDir) {
        this.embeddedDataDir = embeddedDataDir;
    }

    /** @return the port on 127.0.0.1 that the embedded broker listens on, 0 for none */
    public Integer getEmbeddedPort() {
        return embeddedPort;
    }

    /** Called by the server with the configured value, before {@link #start}. */
    public void setEmbeddedPort(Integer embeddedPort) {
        this.embeddedPort = embeddedPort;
    }
}
