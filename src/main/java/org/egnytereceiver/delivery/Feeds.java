package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Renewable;

/** The feeds that are configured now, and the check that a caller is one of them. */
@ApplicationScoped
class Feeds implements Renewable {

    static final String DEFAULT = "default";

    @Inject
    FeedSettings settings;

    private List<Feed> configured = List.of();
    private volatile Registrations registrations = new Registrations(configured);

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    /** A delivery that is under way keeps the feed that it was let in for. */
    @Override
    public boolean renew() {
        var feeds = settings.feeds();
        var changed = !feeds.equals(configured);
        if (changed) {
            registrations = new Registrations(feeds);
            configured = feeds;
        }
        return changed;
    }

    /** @return the feed of that name, if it is configured */
    Optional<Feed> named(String name) {
        return registrations.named(name);
    }

    /**
     * @param header gives the value of a request header, or null
     * @return the feed of that name, if it exists at this product's entrance and the header proves it
     */
    Optional<Feed> provenBy(String name, Product product, UnaryOperator<String> header) {
        return registrations.provenBy(name, product, header);
    }
}
