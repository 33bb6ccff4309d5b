package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The transaction of the entrance: when {@link #store} returns, everything is committed and may be acknowledged. */
@ApplicationScoped
class IntakeStep {

    @Inject
    Event<DeliveriesReceived> bus;

    /** @return a receipt for each delivery, in the same order */
    @Transactional
    List<Receipt> store(List<Delivery> deliveries) {
        var received = deliveries.stream().map(DeliveryReceived::new).toList();
        bus.fire(new DeliveriesReceived(received));
        return received.stream().map(DeliveryReceived::receipt).toList();
    }
}
