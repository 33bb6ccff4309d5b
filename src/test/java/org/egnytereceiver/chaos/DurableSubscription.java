package org.egnytereceiver.chaos;

import static jakarta.jms.JMSContext.DUPS_OK_ACKNOWLEDGE;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Another application of the estate: a durable subscription on the topic of events, taken up again whenever the broker is
 * back. The broker may deliver a message again.
 */
public final class DurableSubscription implements AutoCloseable {

    private static final long PAUSE_NANOS = 200_000_000;

    private final String name;
    private final int port;
    private final String user;
    private final String password;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean subscribed;
    private volatile boolean closed;

    /** Hears of each message, one after the other. */
    @FunctionalInterface
    public interface Listener {

        void on(Message message) throws JMSException;
    }

    private DurableSubscription(String name, int port, String user, String password, Listener listener) {
        this.name = name;
        this.port = port;
        this.user = user;
        this.password = password;
        this.listener = listener;
        this.thread = new Thread(this::listen, name);
    }

    /** @param name of the subscriber, who is the only one with that name */
    public static DurableSubscription started(String name, int port, String user, String password, Listener listener) {
        var subscription = new DurableSubscription(name, port, user, password, listener);
        subscription.thread.start();
        return subscription;
    }

    boolean isSubscribed() {
        return subscribed;
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
                    JMSContext context = connections.createContext(user, password, DUPS_OK_ACKNOWLEDGE)) {
                var lost = new AtomicBoolean();
                context.setClientID(name);
                context.setExceptionListener(failure -> lost.set(true));
                receive(lost, context.createDurableConsumer(context.createTopic("egnyte.events"), name));
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
                listener.on(message);
            }
        }
    }
}
