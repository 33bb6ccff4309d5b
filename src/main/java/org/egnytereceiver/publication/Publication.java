package org.egnytereceiver.publication;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.egnytereceiver.journal.StoredEvent;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.work.BrokerCheck;
import org.egnytereceiver.work.EventsWorked;
import org.egnytereceiver.work.Work;

/**
 * The built-in handler: publishes events on {@code egnyte.events}, just before the worker's transaction ends and outside
 * of it, in one transaction of the broker's own: the broker has all of them when {@code commit} returns, and no two-phase
 * commit is needed. An event is published at least once, and again when the worker's transaction fails after that;
 * the property {@code eventKey} tells the two apart from two events (see ADR 0006).
 */
@ApplicationScoped
class Publication {

    private static final String TOPIC = "egnyte.events";

    @Resource(lookup = "java:comp/env/jms/EgnyteConnections")
    ConnectionFactory connections;

    @Inject
    BrokerCheck broker;

    void check(@Observes ReceiverStarting starting) {
        broker.reaches("The topic " + TOPIC, session -> session.createTopic(TOPIC));
    }

    /** Not by a {@code JMSContext}: Artemis' adapter has none with a transaction of its own. */
    @Transactional(TxType.NOT_SUPPORTED)
    void publish(@Observes @Work EventsWorked worked) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            var topic = session.createProducer(session.createTopic(TOPIC));
            topic.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (var event : worked.events()) {
                topic.send(message(session, event));
            }
            session.commit();
        }
    }

    private static TextMessage message(Session session, StoredEvent event) throws JMSException {
        var message = session.createTextMessage(event.raw());
        message.setJMSType(event.type());
        for (var property : MessageProperties.of(event).entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        return message;
    }
}
