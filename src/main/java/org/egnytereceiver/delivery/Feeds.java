package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;

/** The feeds that are configured, and the check that a caller is one of them. */
@ApplicationScoped
class Feeds {

    static final String DEFAULT = "default";

    @Inject
    FeedSettings settings;

    private final Map<String, Feed> feeds = new HashMap<>();

    /** Stands in for a feed that does not exist, so that asking for one costs what a wrong secret costs. */
    private Feed decoy;

    void read(@Observes ReceiverStarting starting) {
        settings.feeds().forEach(feed -> feeds.put(feed.name(), feed));
        var header = feeds.containsKey(DEFAULT) ? feeds.get(DEFAULT).header() : "Authorization";
        decoy = new Feed("", Set.of(), header, List.of(new Secret(UUID.randomUUID().toString())), Set.of());
    }

    /** @return the feed of that name, if it is configured */
    Optional<Feed> named(String name) {
        return Optional.ofNullable(feeds.get(name));
    }

    /**
     * @param header gives the value of a request header, or null
     * @return the feed of that name, if it exists at this product's entrance and the header proves it
     */
    Optional<Feed> provenBy(String name, Product product, UnaryOperator<String> header) {
        var feed = feeds.getOrDefault(name, decoy);
        var value = header.apply(feed.header());
        var proven = feed.isProvenBy(value == null ? "" : value);
        return Optional.of(feed).filter(candidate -> proven && candidate.products().contains(product));
    }
}
