package org.egnytereceiver.delivery;

import java.util.Map;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;

/** The limits that settings stand for. */
final class LimitsOf {

    private LimitsOf() {
    }

    static DeliveryLimits settings(Map<String, String> values) {
        return configured(values).limits();
    }

    static DeliverySettings configured(Map<String, String> values) {
        var settings = new DeliverySettings();
        settings.settings = new Settings();
        Configured.during(values, () -> settings.read(new ReceiverStarting()));
        return settings;
    }
}
