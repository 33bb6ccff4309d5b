package org.egnytereceiver.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses of the Internet as they are written in digits. A name is none, and nobody is asked for its address.
 */
public final class Address {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

    /** Enough to keep Java from taking it for a name: what looks so and is no address, it refuses without asking. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private Address() {
    }

    /** @return the address; that of IPv4 for one of IPv6 that stands for it */
    public static Optional<InetAddress> of(String digits) {
        if (!IPV4.matcher(digits).matches() && !IPV6.matcher(digits).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(digits));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
