package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.egnytereceiver.event.Product;

/** Reads what is in the quarantine once more, with the code, the limits and the feeds of today. */
@ApplicationScoped
public class Rereading {

    private static final Set<Reason> OF_WHOLE_BODIES =
            EnumSet.of(Reason.NOT_JSON, Reason.WRONG_KIND, Reason.BROKEN_GZIP, Reason.TOO_MANY);

    @Inject
    Feeds feeds;

    @Inject
    DeliveryReader deliveries;

    @Inject
    DeliverySettings settings;

    @Inject
    Event<DeliveryReleased> bus;

    /**
     * Announces what can be read of it. A feed that is configured no more may speak for nobody.
     *
     * @param reason why it was not taken before
     * @return how many events are new, or empty when none can be read and nothing was announced
     */
    @Transactional(TxType.MANDATORY)
    public OptionalInt release(String feed, Product product, Reason reason, byte[] raw) {
        var delivery = feeds.named(feed).filter(configured -> configured.products().contains(product))
                .map(configured -> deliveries.read(configured, product, body(reason, raw), null));
        if (delivery.isEmpty() || delivery.get().events().isEmpty()) {
            return OptionalInt.empty();
        }
        var received = new DeliveryReceived(delivery.get());
        bus.fire(new DeliveryReleased(received));
        return OptionalInt.of(received.receipt().stored());
    }

    private Body body(Reason reason, byte[] raw) {
        return OF_WHOLE_BODIES.contains(reason)
                ? new Body(raw, reason != Reason.BROKEN_GZIP, settings.limits())
                : new Body(inAnArray(raw), true, settings.limits());
    }

    /** As the element was sent, but alone. */
    private static byte[] inAnArray(byte[] element) {
        var array = new ByteArrayOutputStream(element.length + 2);
        array.write('[');
        array.writeBytes(element);
        array.write(']');
        return array.toByteArray();
    }
}
