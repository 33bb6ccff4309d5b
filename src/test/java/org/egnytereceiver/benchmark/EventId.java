package org.egnytereceiver.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * Ids that look and spread like those of Egnyte and are made without allocating anything: of the form of a UUID, with
 * the number of the series and of the event in it, so that every message on the topic can be told from the others.
 */
final class EventId {

    static final int LENGTH = 36;

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int SERIES_AT = 9;
    private static final int NUMBER_AT = 24;

    private EventId() {
    }

    static void write(byte[] target, int at, long seed, int series, long number) {
        var spread = mixed(seed ^ mixed((long) series << 48 | number));
        hex(target, at, 8, spread);
        target[at + 8] = '-';
        hex(target, at + SERIES_AT, 4, series);
        target[at + 13] = '-';
        hex(target, at + 14, 4, spread >>> 32);
        target[at + 18] = '-';
        hex(target, at + 19, 4, spread >>> 48);
        target[at + 23] = '-';
        hex(target, at + NUMBER_AT, 12, number);
    }

    /** @param key a text that ends with an id */
    static int series(String key) {
        var start = key.length() - LENGTH + SERIES_AT;
        return Integer.parseInt(key, start, start + 4, 16);
    }

    /** @param key a text that ends with an id */
    static int number(String key) {
        return (int) Long.parseLong(key, key.length() - LENGTH + NUMBER_AT, key.length(), 16);
    }

    private static void hex(byte[] target, int at, int digits, long value) {
        for (var i = digits - 1; i >= 0; i--) {
            target[at + i] = DIGITS[(int) (value >>> 4 * (digits - 1 - i)) & 15];
        }
    }

    /** The finalizer of SplitMix64: neighbours come out far from each other. */
    private static long mixed(long value) {
        var once = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        var twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
        return twice ^ twice >>> 31;
    }
}
