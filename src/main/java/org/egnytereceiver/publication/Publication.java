package org.egnytereceiver.publication;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.egnytereceiver.work.EventsWorked;
import org.egnytereceiver.work.Work;

/**
 * The built-in handler: publishes every event on {@code egnyte.events}, just before the worker's transaction ends and
 * outside of it, so that the broker has each message when {@code send} returns and no two-phase commit is needed: an
 * event is published at least once, and may be again when the worker's transaction fails after that. The property
 * {@code eventKey} tells the two apart from two events.
 *
 * <p>It has no transaction of its own either: Payara does not enlist a connection in a transaction that was begun while
 * another one is suspended, and the messages would be rolled back without a word.
 */
@ApplicationScoped
class Publication {

    private static final String TOPIC = "egnyte.events";

    @Resource(name = "jms/EgnyteConnections")
    ConnectionFactory connections;

    @Transactional(TxType.NOT_SUPPORTED)
    void publish(@Observes @Work EventsWorked worked) {
        try (var context = connections.createContext()) {
            var topic = context.createTopic(TOPIC);
            for (var event : worked.events()) {
                var message = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
                MessageProperties.set(message, event);
                message.send(topic, event.raw());
            }
        }
    }
}
