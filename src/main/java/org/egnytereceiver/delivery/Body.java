package org.egnytereceiver.delivery;

/**
 * The body of a delivery, complete and within the size limit.
 *
 * @param bytes    unpacked, or as sent when it could not be unpacked
 * @param unpacked false when it was announced as gzip and is not
 */
record Body(byte[] bytes, boolean unpacked) {

    /** @return no less than the number of JSON values that reading it makes */
    int values() {
        return values(bytes, 0, bytes.length);
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
