package org.egnytereceiver.origin;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egnytereceiver.settings.WrongSetting;

/**
 * The addresses that begin with the same bits, written as in {@code 192.0.2.0/24} or {@code 2001:db8::/32} (RFC 4632).
 *
 * @param length of the addresses, in bits: one of IPv4 is never in a range of IPv6
 * @param suffix number of bits that do not count
 * @param prefix the bits that do
 */
public record AddressRange(int length, int suffix, BigInteger prefix) {

    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

    /** @throws WrongSetting when something in the setting of that key is neither an address nor a range */
    public static List<AddressRange> all(String key, List<String> values) {
        return values.stream().map(value -> of(value).orElseThrow(() -> new WrongSetting(key,
                "holds something that is no address and no range such as 192.0.2.0/24 or 2001:db8::/32"))).toList();
    }

    /** @return whether the address is in one of the ranges */
    public static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

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

    private boolean contains(InetAddress address) {
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
