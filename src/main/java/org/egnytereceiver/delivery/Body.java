package org.egnytereceiver.delivery;

/** The body of a delivery, complete and within the size limit. Its values are counted once, and only when asked for. */
final class Body {

    private final byte[] bytes;
    private final boolean unpacked;
    private final DeliveryLimits limits;

    private int values;

    /**
     * @param bytes    unpacked, or as sent when it could not be unpacked
     * @param unpacked false when it was announced as gzip and is not
     * @param limits   by which it is read
     */
    Body(byte[] bytes, boolean unpacked, DeliveryLimits limits) {
        this.bytes = bytes;
        this.unpacked = unpacked;
        this.limits = limits;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean unpacked() {
        return unpacked;
    }

    DeliveryLimits limits() {
        return limits;
    }

    /** @return no less than the number of JSON values that reading it makes, at least one */
    int values() {
        if (values == 0) {
            values = values(bytes, 0, bytes.length);
        }
        return values;
    }

    /** What has fewer bytes than it may have values needs no counting. */
    boolean hasMoreValuesThan(int limit) {
        return bytes.length > limit && values() > limit;
    }

    /**
     * Counts objects, arrays and their members: a value of two bytes takes a hundred times as much once it is read, so
     * that the size of a text says little about the memory it needs (see ADR 0020).
     */
    static int values(byte[] json, int start, int end) {
        var values = 1;
        var isInText = false;
        for (var i = start; i < end; i++) {
            var next = json[i];
            if (next == '"') {
                isInText = !isInText;
            } else if (isInText) {
                i += next == '\\' ? 1 : 0;
            } else if (next == ',' || next == '{' || next == '[') {
                values++;
            }
        }
        return values;
    }
}
