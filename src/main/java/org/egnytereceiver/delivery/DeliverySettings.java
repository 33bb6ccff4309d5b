package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Renewable;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** How much a delivery may bring, and how many may come at a time. */
@ApplicationScoped
class DeliverySettings implements Renewable {

    @Inject
    Settings settings;

    private volatile DeliveryLimits limits;
    private volatile Duration longestWait;
    private volatile Room room;

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    /** Deliveries under way give back to the room that they took from. */
    @Override
    public boolean renew() {
        var before = limits;
        var waitBefore = longestWait;
        var now = configured();
        longestWait = settings.duration("egnyte.delivery.longest-wait",
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(1));
        if (!now.leaveTheRoomOf(before)) {
            room = new Room(now.maxBytesUnderWay(), now.maxDeliveriesUnderWay());
        }
        limits = now;
        return !now.equals(before) || !longestWait.equals(waitBefore);
    }

    private DeliveryLimits configured() {
        var maxBodySize = settings.size("egnyte.delivery.max-body-size", 10 << 20);
        var maxValues = settings.number("egnyte.delivery.max-values", 500_000, 1, 10_000_000);
        return new DeliveryLimits(maxBodySize,
                settings.number("egnyte.delivery.max-elements", 10_000, 1, 50_000),
                maxValues,
                settings.number("egnyte.delivery.max-element-values", 50_000, 1, 1_000_000),
                new ElementLimits(
                        settings.number("egnyte.delivery.max-depth", 64, 1, 500),
                        settings.number("egnyte.delivery.max-number-length", 64, 1, 1_000),
                        settings.size("egnyte.delivery.max-string-length", 1 << 20)),
                bytesUnderWay(maxBodySize + (long) maxValues * DeliveryLimits.BYTES_PER_VALUE),
                settings.number("egnyte.delivery.max-deliveries-under-way", 128, 1, 10_000),
                settings.duration("egnyte.delivery.longest-transfer",
                        Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)));
    }

    private int bytesUnderWay(long largestBody) {
        var bytes = settings.size("egnyte.delivery.max-bytes-under-way", shareOfTheHeap(largestBody));
        if (bytes <= largestBody) {
            throw new WrongSetting("egnyte.delivery.max-bytes-under-way", "has to be more than " + largestBody
                    + ", which is what the largest body with most values takes");
        }
        return bytes;
    }

    /** A body takes about ten times its size until it is stored; a server has other things to keep as well. */
    private static int shareOfTheHeap(long largestBody) {
        var share = Math.max(largestBody + (1 << 20), Runtime.getRuntime().maxMemory() / 24);
        return (int) Math.min(Integer.MAX_VALUE / 2, share);
    }

    /** Those of this moment. */
    DeliveryLimits limits() {
        return limits;
    }

    Room room() {
        return room;
    }

    /** How long a delivery waits for others to be stored before it. */
    Duration longestWait() {
        return longestWait;
    }
}
