package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/**
 * Where deliveries may come from, if anybody wants that limited. What stands in {@code X-Forwarded-For} is believed
 * only as far as our own proxies wrote it: from the right, up to the first address that is none of theirs (see ADR
 * 0021).
 */
@ApplicationScoped
class CallerAddresses implements Renewable {

    /** Some proxies add a port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

    /** The name of a network interface behind an address of IPv6, as in {@code fe80::1%eth0}. */
    private static final Pattern ZONE = Pattern.compile("%.*");

    /** Far more proxies than anybody has; what is longer was made to be long. */
    private static final int LONGEST_CHAIN = 50;

    @Inject
    Settings settings;

    private volatile Allowed allowed = new Allowed(List.of(), List.of());

    private record Allowed(List<AddressRange> callers, List<AddressRange> proxies) {
    }

    void read(@Observes ReceiverStarting starting) {
        renew();
    }

    @Override
    public boolean renew() {
        var before = allowed;
        allowed = new Allowed(
                ranges("egnyte.delivery.callers", settings.list("egnyte.delivery.callers")),
                ranges("egnyte.delivery.proxies", settings.list("egnyte.delivery.proxies")));
        return !allowed.equals(before);
    }

    private static List<AddressRange> ranges(String key, List<String> values) {
        return values.stream().map(value -> AddressRange.of(value).orElseThrow(() -> new WrongSetting(key,
                "holds something that is no address and no range such as 192.0.2.0/24 or 2001:db8::/32"))).toList();
    }

    /**
     * @param peer         who is connected with us
     * @param forwardedFor the values of all headers {@code X-Forwarded-For}, in the order sent
     */
    boolean allow(String peer, List<String> forwardedFor) {
        var now = allowed;
        return now.callers().isEmpty() || caller(now, peer, forwardedFor)
                .filter(address -> isIn(now.callers(), address)).isPresent();
    }

    /** @return empty when one of our proxies says something that is no address */
    private static Optional<InetAddress> caller(Allowed allowed, String peer, List<String> forwardedFor) {
        var forwarded = forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(",", -1)));
        var chain = Stream.concat(forwarded, Stream.of(peer)).map(String::strip).toList();
        var next = chain.size() - 1;
        var caller = address(chain.get(next));
        while (next > 0 && chain.size() - next < LONGEST_CHAIN
                && caller.filter(address -> isIn(allowed.proxies(), address)).isPresent()) {
            caller = address(chain.get(--next));
        }
        return caller;
    }

    private static Optional<InetAddress> address(String text) {
        var matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return Address.of(ZONE.matcher(text).replaceFirst(""));
        }
        return Address.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
