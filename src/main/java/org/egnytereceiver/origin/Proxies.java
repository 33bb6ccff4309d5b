package org.egnytereceiver.origin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Renewable;
import org.egnytereceiver.settings.Settings;

/**
 * Our own proxies. What stands in {@code X-Forwarded-For} is believed only as far as they wrote it: from the right, up to
 * the first address that is none of theirs (see ADR 0019).
 */
@ApplicationScoped
public class Proxies implements Renewable {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Some proxies add a port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

    /** The name of a network interface behind an address of IPv6, as in {@code fe80::1%eth0}. */
    private static final Pattern ZONE = Pattern.compile("%.*");

    /** Far more proxies than anybody has; what is longer was made to be long. */
    private static final int LONGEST_CHAIN = 50;

    @Inject
    Settings settings;

    private volatile List<AddressRange> proxies = List.of();

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    @Override
    public boolean renew() {
        var before = proxies;
        proxies = AddressRange.all("egnyte.origin.proxies", settings.list("egnyte.origin.proxies"));
        return !proxies.equals(before);
    }

    /** @return where a request comes from, or empty when one of our proxies says something that is no address */
    public Optional<InetAddress> origin(HttpServletRequest request) {
        return origin(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /** @return where a request comes from, in digits; the proxy itself when it does not say */
    public String nameOfOrigin(HttpServletRequest request) {
        return proxies.isEmpty()
                ? request.getRemoteAddr()
                : origin(request).map(InetAddress::getHostAddress).orElseGet(request::getRemoteAddr);
    }

    /**
     * @param peer         who is connected with us
     * @param forwardedFor the values of all headers {@code X-Forwarded-For}, in the order sent
     */
    Optional<InetAddress> origin(String peer, List<String> forwardedFor) {
        var ours = proxies;
        var forwarded = forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(",", -1)));
        var chain = Stream.concat(forwarded, Stream.of(peer)).map(String::strip).toList();
        var next = chain.size() - 1;
        var origin = address(chain.get(next));
        while (next > 0 && chain.size() - next < LONGEST_CHAIN
                && origin.filter(address -> AddressRange.isIn(ours, address)).isPresent()) {
            origin = address(chain.get(--next));
        }
        return origin;
    }

    private static Optional<InetAddress> address(String text) {
        var matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return Address.of(ZONE.matcher(text).replaceFirst(""));
        }
        return Address.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
