package org.egnytereceiver.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.reading.Readers;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.support.Announcements;

/** The second reading of what is in the quarantine, put together as a container would. */
public final class Rereadings {

    private Rereadings() {
    }

    /** One that tells these observers, with these settings. */
    public static Rereading wired(Map<String, String> values, List<Consumer<DeliveryReleased>> observers) {
        var rereading = new Rereading();
        rereading.feeds = new Feeds();
        rereading.feeds.settings = new FeedSettings();
        rereading.feeds.settings.settings = new Settings();
        rereading.deliveries = new DeliveryReader();
        rereading.deliveries.clock = Clock.systemUTC();
        rereading.deliveries.events = Readers.real();
        rereading.settings = new DeliverySettings();
        rereading.settings.settings = new Settings();
        rereading.bus = new Announcements<>(observers);
        Configured.during(values, () -> {
            rereading.feeds.read(new ReceiverStarting());
            rereading.settings.read(new ReceiverStarting());
        });
        return rereading;
    }
}
