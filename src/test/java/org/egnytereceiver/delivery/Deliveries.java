package org.egnytereceiver.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.reading.Readers;

/** Deliveries as the entrance makes them. */
public final class Deliveries {

    private Deliveries() {
    }

    /** What the observers said became of a delivery. */
    public record Outcome(int stored, int duplicates, int quarantined) {
    }

    /** One whose elements all have a readable identity. */
    public static Delivery of(Product product, Instant receivedAt, List<String> events) {
        return new Delivery("default", product, receivedAt, null, events.stream()
                .map(raw -> new Element.Readable(Readers.real().read(product, raw), raw)).toList(), List.of());
    }

    /** One whose elements all go to the quarantine. */
    public static Delivery unreadable(Instant receivedAt, Element.Unreadable... elements) {
        return new Delivery("default", Product.CONNECT, receivedAt, null, List.of(), Stream.of(elements).toList());
    }

    /** Announces a delivery to one observer, and demands that every element is accounted for. */
    public static Outcome announce(Delivery delivery, Consumer<DeliveriesReceived> observer) {
        return announce(List.of(delivery), observer).get(0);
    }

    /** The same for deliveries that share a transaction. */
    public static List<Outcome> announce(List<Delivery> deliveries, Consumer<DeliveriesReceived> observer) {
        var received = deliveries.stream().map(DeliveryReceived::new).toList();
        observer.accept(new DeliveriesReceived(received));
        return received.stream().map(DeliveryReceived::receipt)
                .map(receipt -> new Outcome(receipt.stored(), receipt.duplicates(), receipt.quarantined())).toList();
    }
}
