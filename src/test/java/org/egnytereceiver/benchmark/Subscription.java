package org.egnytereceiver.benchmark;

import static jakarta.jms.JMSContext.DUPS_OK_ACKNOWLEDGE;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.egnytereceiver.chaos.Broker;

/** Another application of the estate: a durable subscription on the topic that counts each event once. */
final class Subscription implements AutoCloseable {

    private static final String NAME = "benchmark";
    private static final long PAUSE_NANOS = 200_000_000;

    private final String address;
    private final Map<Integer, BitSet> seen = new HashMap<>();
    private final Thread thread = new Thread(this::listen, NAME);
    private volatile long published;
    private volatile boolean closed;

    private Subscription(int port) {
        address = "tcp://127.0.0.1:" + port + "?reconnectAttempts=0";
    }

    static Subscription at(Broker broker) {
        var subscription = new Subscription(broker.port());
        subscription.thread.start();
        return subscription;
    }

    /** Number of different events that came. */
    long published() {
        return published;
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
            try (var connections = new ActiveMQConnectionFactory(address);
                    JMSContext context = connections.createContext(Broker.USER, Broker.PASSWORD, DUPS_OK_ACKNOWLEDGE)) {
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
        while (!closed && !lost.get()) {
            Message message = consumer.receive(500);
            if (message != null) {
                note(message.getStringProperty("eventKey"));
            }
        }
    }

    private void note(String key) {
        var numbers = seen.computeIfAbsent(EventId.series(key), first -> new BitSet());
        var number = EventId.number(key);
        if (!numbers.get(number)) {
            numbers.set(number);
            published++;
        }
    }
}
