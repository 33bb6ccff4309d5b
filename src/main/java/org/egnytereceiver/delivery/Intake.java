package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** One transaction per delivery: when {@link #accept} returns, everything is committed and may be acknowledged. */
@ApplicationScoped
class Intake {

    @Inject
    Event<DeliveryReceived> bus;

    @Transactional
    Receipt accept(Delivery delivery) {
        var received = new DeliveryReceived(delivery);
        bus.fire(received);
        return received.receipt();
    }
}
