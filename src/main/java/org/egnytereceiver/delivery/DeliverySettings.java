package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Renewable;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** How much a delivery may bring. Lengths and depths are those of one element, the size is the unpacked body's. */
@ApplicationScoped
class DeliverySettings implements Renewable {

    /** What a value takes beside its bytes; as with those, a tenth of what it takes while it is read. */
    private static final int BYTES_PER_VALUE = 24;

    @Inject
    Settings settings;

    private volatile Limits limits;
    private volatile Room room;

    /**
     * The values of one moment.
     *
     * @param maxBytesUnderWay      of all bodies together
     * @param maxDeliveriesUnderWay that are being received or stored at a time
     */
    private record Limits(int maxBodySize, int maxElements, int maxValues, int maxElementValues, ElementLimits element,
            int maxBytesUnderWay, int maxDeliveriesUnderWay, Duration longestTransfer, Duration longestWait) {

        boolean hasTheRoomOf(Limits others) {
            return others != null && maxBytesUnderWay == others.maxBytesUnderWay
                    && maxDeliveriesUnderWay == others.maxDeliveriesUnderWay;
        }
    }

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    /** Deliveries under way give back to the room that they took from. */
    @Override
    public boolean renew() {
        var before = limits;
        var now = configured();
        if (!now.hasTheRoomOf(before)) {
            room = new Room(now.maxBytesUnderWay(), now.maxDeliveriesUnderWay());
        }
        limits = now;
        return !now.equals(before);
    }

    private Limits configured() {
        var maxBodySize = settings.size("egnyte.delivery.max-body-size", 10 << 20);
        var maxValues = settings.number("egnyte.delivery.max-values", 500_000, 1, 10_000_000);
        return new Limits(maxBodySize,
                settings.number("egnyte.delivery.max-elements", 10_000, 1, 50_000),
                maxValues,
                settings.number("egnyte.delivery.max-element-values", 50_000, 1, 1_000_000),
                new ElementLimits(
                        settings.number("egnyte.delivery.max-depth", 64, 1, 500),
                        settings.number("egnyte.delivery.max-number-length", 64, 1, 1_000),
                        settings.size("egnyte.delivery.max-string-length", 1 << 20)),
                bytesUnderWay(maxBodySize + (long) maxValues * BYTES_PER_VALUE),
                settings.number("egnyte.delivery.max-deliveries-under-way", 128, 1, 10_000),
                settings.duration("egnyte.delivery.longest-transfer",
                        Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)),
                settings.duration("egnyte.delivery.longest-wait",
                        Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(1)));
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

    /** @return what reading so many values takes; those beyond the limit are not read */
    int bytesFor(int values) {
        return Math.min(values, limits.maxValues()) * BYTES_PER_VALUE;
    }

    int maxElementValues() {
        return limits.maxElementValues();
    }

    int maxValues() {
        return limits.maxValues();
    }

    Room room() {
        return room;
    }

    /** How long a delivery waits for others to be stored before it. */
    Duration longestWait() {
        return limits.longestWait();
    }

    /** How long a body may take to arrive. */
    Duration longestTransfer() {
        return limits.longestTransfer();
    }

    int maxBodySize() {
        return limits.maxBodySize();
    }

    int maxElements() {
        return limits.maxElements();
    }

    ElementLimits limits() {
        return limits.element();
    }
}
