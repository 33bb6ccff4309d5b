package org.egnytereceiver.origin;

import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;

/** The proxies that the present settings name. */
public final class WiredProxies {

    private WiredProxies() {
    }

    /** None at all. */
    public static Proxies none() {
        return new Proxies();
    }

    /** As a container would put them together, and started. */
    public static Proxies configured() {
        var proxies = new Proxies();
        proxies.settings = new Settings();
        proxies.read(new ReceiverStarting());
        return proxies;
    }
}
