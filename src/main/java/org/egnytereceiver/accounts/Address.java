package org.egnytereceiver.accounts;

import java.util.Arrays;

/** An address as attempts are counted: who has an IPv6 address has a whole network of them, of 64 bits. */
final class Address {

    private static final int NETWORK_GROUPS = 4;
    private static final int GROUPS = 8;

    private Address() {
    }

    /** @param literal as the server names the other end of a connection; anything else stays as it is */
    static String counted(String literal) {
        if (literal.indexOf(':') < 0) {
            return literal;
        }
        var groups = expanded(literal.replaceAll("[\\[\\]]|%.*", ""));
        return groups.length == GROUPS ? String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS)) : literal;
    }

    private static String[] expanded(String literal) {
        var halves = literal.split("::", -1);
        var head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
        var tail = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":");
        if (halves.length != 2) {
            return head;
        }
        var groups = new String[Math.max(GROUPS, head.length + tail.length)];
        Arrays.fill(groups, "0");
        System.arraycopy(head, 0, groups, 0, head.length);
        System.arraycopy(tail, 0, groups, groups.length - tail.length, tail.length);
        return groups;
    }
}
