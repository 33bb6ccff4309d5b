package org.egnytereceiver.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.reading.Readers;

/** The reader of deliveries with its default settings and without a container around it. */
public final class StandaloneReader {

    private static final Feed FEED =
            new Feed(Feeds.DEFAULT, EnumSet.allOf(Product.class), "Authorization", List.of(), Set.of());

    private final DeliveryReader reader = new DeliveryReader();
    private final DeliveryLimits limits = LimitsOf.settings(Map.of());

    public StandaloneReader() {
        reader.clock = Clock.systemUTC();
        reader.events = Readers.real();
    }

    public Delivery read(byte[] body) {
        return read(Product.CONNECT, body);
    }

    Delivery read(Product product, byte[] body) {
        return reader.read(FEED, product, new Body(body, true, limits), null);
    }
}
