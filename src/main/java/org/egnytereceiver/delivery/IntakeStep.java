package org.egnytereceiver.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;

/** The transaction of the entrance: when {@link #store} returns, everything is committed and may be acknowledged. */
@ApplicationScoped
class IntakeStep {

    @Inject
    Event<DeliveriesReceived> bus;

    /** The name is the platform's (Jakarta Transactions, section 4.1). */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** @return a receipt for each delivery, in the same order */
    @Transactional
    List<Receipt> store(List<Delivery> deliveries) {
        var received = deliveries.stream().map(DeliveryReceived::new).toList();
        bus.fire(new DeliveriesReceived(received));
        if (transaction.getRollbackOnly()) {
            throw new IllegalStateException("Somebody had the transaction of the entrance rolled back");
        }
        return received.stream().map(DeliveryReceived::receipt).toList();
    }
}
