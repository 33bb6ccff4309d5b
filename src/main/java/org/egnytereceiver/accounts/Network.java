package org.egnytereceiver.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.egnytereceiver.origin.Address;

/** An address as attempts are counted: who has an IPv6 address has a whole network of them, of 64 bits. */
final class Network {

    private static final int GROUPS = 4;

    private Network() {
    }

    /** @param literal as the server names the other end of a connection; anything else stays as it is */
    static String of(String literal) {
        return Address.of(literal.replaceAll("[\\[\\]]|%.*", "")).map(Network::counted).orElse(literal);
    }

    private static String counted(InetAddress address) {
        var digits = address.getHostAddress();
        return address instanceof Inet6Address ? String.join(":", Arrays.copyOf(digits.split(":"), GROUPS)) : digits;
    }
}
