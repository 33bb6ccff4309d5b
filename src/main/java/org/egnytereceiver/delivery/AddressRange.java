package org.egnytereceiver.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits, written as in {@code 192.0.2.0/24} or {@code 2001:db8::/32} (RFC 4632).
 *
 * @param length of the addresses, in bits: one of IPv4 is never in a range of IPv6
 * @param suffix number of bits that do not count
 * @param prefix the bits that do
 */
record AddressRange(int length, int suffix, BigInteger prefix) {

    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

    /** @return empty for what is neither an address nor a range */
    static Optional<AddressRange> of(String text) {
        var slash = text.indexOf('/');
        return Address.of(slash < 0 ? text : text.substring(0, slash))
                .flatMap(address -> of(address, slash < 0 ? bits(address) : bits(text.substring(slash + 1))));
    }

    private static Optional<AddressRange> of(InetAddress address, int bits) {
        var length = bits(address);
        return bits < 0 || bits > length
                ? Optional.empty()
                : Optional.of(new AddressRange(length, length - bits, number(address).shiftRight(length - bits)));
    }

    boolean contains(InetAddress address) {
        return bits(address) == length && number(address).shiftRight(suffix).equals(prefix);
    }

    private static int bits(String text) {
        return BITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
