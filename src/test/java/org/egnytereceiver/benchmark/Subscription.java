package org.egnytereceiver.benchmark;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.chaos.DurableSubscription;

/** Counts each event on the topic once. */
final class Subscription implements AutoCloseable {

    private final Map<Integer, BitSet> seen = new HashMap<>();
    private final DurableSubscription subscription;
    private volatile long published;

    private Subscription(Broker broker) {
        subscription = DurableSubscription.started("benchmark", broker.port(), Broker.USER, Broker.PASSWORD, this::note);
    }

    static Subscription at(Broker broker) {
        return new Subscription(broker);
    }

    /** Number of different events that came. */
    long published() {
        return published;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void note(Message message) throws JMSException {
        var key = message.getStringProperty("eventKey");
        var numbers = seen.computeIfAbsent(EventId.series(key), first -> new BitSet());
        var number = EventId.number(key);
        if (!numbers.get(number)) {
            numbers.set(number);
            published++;
        }
    }
}
