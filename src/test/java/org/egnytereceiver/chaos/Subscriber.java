package org.egnytereceiver.chaos;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which messages there were for each event. */
final class Subscriber implements AutoCloseable {

    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final DurableSubscription subscription;

    Subscriber(int port, String user, String password) {
        subscription = DurableSubscription.started("fault-suite", port, user, password, this::note);
    }

    boolean isSubscribed() {
        return subscription.isSubscribed();
    }

    /** @return for each key that was published, the messages it was in; one that the broker delivers again is the same */
    Map<String, Set<String>> messages() {
        return messages;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void note(Message message) throws JMSException {
        messages.computeIfAbsent(message.getStringProperty("eventKey"), first -> ConcurrentHashMap.newKeySet())
                .add(message.getJMSMessageID());
    }
}
