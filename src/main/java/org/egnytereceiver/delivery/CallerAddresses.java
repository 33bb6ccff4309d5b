package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.origin.AddressRange;
import org.egnytereceiver.origin.Proxies;
import org.egnytereceiver.settings.Renewable;
import org.egnytereceiver.settings.Settings;

/** Where deliveries may come from, if anybody wants that limited. */
@ApplicationScoped
class CallerAddresses implements Renewable {

    @Inject
    Settings settings;

    @Inject
    Proxies proxies;

    private volatile List<AddressRange> callers = List.of();

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    @Override
    public boolean renew() {
        var before = callers;
        callers = AddressRange.all("egnyte.delivery.callers", settings.list("egnyte.delivery.callers"));
        return !callers.equals(before);
    }

    boolean allow(HttpServletRequest request) {
        var allowed = callers;
        return allowed.isEmpty()
                || proxies.origin(request).filter(address -> AddressRange.isIn(allowed, address)).isPresent();
    }
}
