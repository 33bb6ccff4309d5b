package org.egnytereceiver.benchmark;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.egnytereceiver.chaos.Broker;

/** The queue of the work on the broker, which hands nothing out while it is paused. */
final class WorkQueue {

    private static final String MANAGEMENT = ActiveMQDestination.QUEUE_QUALIFIED_PREFIX + "activemq.management";
    private static final String QUEUE = ResourceNames.QUEUE + "egnyte.work";
    private static final long PATIENCE_MILLIS = 10_000;

    private final String address;

    WorkQueue(Broker broker) {
        address = "tcp://127.0.0.1:" + broker.port();
    }

    void pause() {
        invoke("pause");
    }

    void resume() {
        invoke("resume");
    }

    private void invoke(String operation) {
        try (var connections = new ActiveMQConnectionFactory(address);
                var context = connections.createContext(Broker.USER, Broker.PASSWORD)) {
            var answers = context.createTemporaryQueue();
            var order = context.createMessage();
            JMSManagementHelper.putOperationInvocation(order, QUEUE, operation);
            order.setJMSReplyTo(answers);
            context.createProducer().send(ActiveMQDestination.fromPrefixedName(MANAGEMENT), order);
            var answer = context.createConsumer(answers).receive(PATIENCE_MILLIS);
            if (answer == null || !JMSManagementHelper.hasOperationSucceeded(answer)) {
                throw new IllegalStateException("the broker does not " + operation + " " + QUEUE);
            }
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
