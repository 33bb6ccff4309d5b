package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;

/** How much a delivery may bring. Lengths and depths are those of one element, the size is the unpacked body's. */
@ApplicationScoped
class DeliverySettings {

    @Inject
    Settings settings;

    private int maxBodySize;
    private ElementLimits limits;
    private int maxElements;

    void read(@Observes ReceiverStarting starting) {
        maxBodySize = settings.size("egnyte.delivery.max-body-size", 10 << 20);
        maxElements = settings.number("egnyte.delivery.max-elements", 10_000, 1, 1_000_000);
        limits = new ElementLimits(
                settings.number("egnyte.delivery.max-depth", 64, 1, 500),
                settings.number("egnyte.delivery.max-number-length", 64, 1, 1_000),
                settings.size("egnyte.delivery.max-string-length", 1 << 20));
    }

    int maxBodySize() {
        return maxBodySize;
    }

    int maxElements() {
        return maxElements;
    }

    ElementLimits limits() {
        return limits;
    }
}
