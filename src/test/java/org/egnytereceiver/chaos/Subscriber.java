package org.egnytereceiver.chaos;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Another application of the estate: a durable subscription on the topic, taken up again whenever the broker is back. */
final class Subscriber implements AutoCloseable {

    private static final String NAME = "fault-suite";
    private static final long PAUSE_NANOS = 300_000_000;

    private final int port;
    private final String user;
    private final String password;
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::listen, NAME);
    private volatile boolean subscribed;
    private volatile boolean closed;

    Subscriber(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
        thread.start();
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /** @return for each key that was published, the messages it was in; one that the broker delivers again is the same */
    Map<String, Set<String>> messages() {
        return messages;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!closed) {
            try (var connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?reconnectAttempts=0");
                    JMSContext context = connections.createContext(user, password)) {
                var lost = new AtomicBoolean();
                context.setClientID(NAME);
                context.setExceptionListener(failure -> lost.set(true));
                receive(lost, context.createDurableConsumer(context.createTopic("egnyte.events"), NAME));
            } catch (JMSRuntimeException | JMSException away) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** A consumer whose connection is lost receives nothing, and does not say so. */
    private void receive(AtomicBoolean lost, JMSConsumer consumer) throws JMSException {
        subscribed = true;
        while (!closed && !lost.get()) {
            Message message = consumer.receive(500);
            if (message != null) {
                messages.computeIfAbsent(message.getStringProperty("eventKey"), first -> ConcurrentHashMap.newKeySet())
                        .add(message.getJMSMessageID());
            }
        }
    }
}
