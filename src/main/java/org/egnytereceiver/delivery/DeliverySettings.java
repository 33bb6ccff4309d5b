package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** How much a delivery may bring. Lengths and depths are those of one element, the size is the unpacked body's. */
@ApplicationScoped
class DeliverySettings {

    @Inject
    Settings settings;

    private int maxBodySize;
    private ElementLimits limits;
    private int maxElements;
    private Room room;
    private Duration longestWait;

    void read(@Observes ReceiverStarting starting) {
        maxBodySize = settings.size("egnyte.delivery.max-body-size", 10 << 20);
        maxElements = settings.number("egnyte.delivery.max-elements", 10_000, 1, 50_000);
        room = new Room(bytesUnderWay());
        longestWait = settings.duration("egnyte.delivery.longest-wait",
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(1));
        limits = new ElementLimits(
                settings.number("egnyte.delivery.max-depth", 64, 1, 500),
                settings.number("egnyte.delivery.max-number-length", 64, 1, 1_000),
                settings.size("egnyte.delivery.max-string-length", 1 << 20));
    }

    private int bytesUnderWay() {
        var bytes = settings.size("egnyte.delivery.max-bytes-under-way", shareOfTheHeap());
        if (bytes <= maxBodySize) {
            throw new WrongSetting("egnyte.delivery.max-bytes-under-way", "has to be more than egnyte.delivery.max-body-size, " + maxBodySize);
        }
        return bytes;
    }

    /** A body takes about ten times its size until it is stored; a server has other things to keep as well. */
    private int shareOfTheHeap() {
        return (int) Math.min(Integer.MAX_VALUE / 2, Math.max(maxBodySize + (1 << 20), Runtime.getRuntime().maxMemory() / 24));
    }

    Room room() {
        return room;
    }

    /** How long a delivery waits for others to be stored before it. */
    Duration longestWait() {
        return longestWait;
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
