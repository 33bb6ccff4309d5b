package org.egnytereceiver.system;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.egnytereceiver.chaos.Broker;

/** Another application of the estate, listening on {@code egnyte.events}. */
final class Subscription implements AutoCloseable {

    private final ActiveMQConnectionFactory connections;
    private final JMSContext context;
    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();

    private Subscription(String selector) {
        connections = new ActiveMQConnectionFactory(TestServer.broker().toString());
        context = connections.createContext(Broker.USER, Broker.PASSWORD);
        context.createConsumer(context.createTopic("egnyte.events"), selector).setMessageListener(messages::add);
    }

    /** @param selector says what is wanted, as in SQL */
    static Subscription to(String selector) {
        return new Subscription(selector);
    }

    /** What has arrived until now. */
    List<Message> messages() {
        return new ArrayList<>(messages);
    }

    List<String> bodies() {
        return messages().stream().map(Subscription::body).toList();
    }

    static String body(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        connections.close();
    }
}
