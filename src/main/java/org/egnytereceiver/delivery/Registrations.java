package org.egnytereceiver.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.egnytereceiver.event.Product;

/**
 * The feeds of one moment. Whoever asks, for a feed that exists or for one that does not, has the same headers read,
 * the same values digested and as many digests compared.
 */
final class Registrations {

    private final Map<String, Feed> feeds;
    private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Stands in for a feed that does not exist. */
    private final Feed nobody;

    Registrations(List<Feed> configured) {
        var secrets = configured.stream().mapToInt(feed -> feed.secrets().size()).max().orElse(1);
        feeds = configured.stream().map(feed -> feed.withSecrets(secrets))
                .collect(Collectors.toMap(Feed::name, Function.identity()));
        configured.forEach(feed -> headers.add(feed.header()));
        var header = configured.isEmpty() ? FeedSettings.USUAL_HEADER : configured.get(0).header();
        headers.add(header);
        nobody = new Feed("", Set.of(), header, List.of(), Set.of()).withSecrets(secrets);
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
        var feed = feeds.getOrDefault(name, nobody);
        byte[] proof = null;
        for (var candidate : headers) {
            var value = header.apply(candidate);
            var digest = Secret.digest(value == null ? "" : value);
            proof = candidate.equalsIgnoreCase(feed.header()) ? digest : proof;
        }
        var proven = feed.isProvenBy(proof);
        return Optional.of(feed).filter(candidate -> proven && candidate.products().contains(product));
    }
}
