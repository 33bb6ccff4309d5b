package org.egnytereceiver.delivery;

/**
 * The body of a delivery, complete and within the size limit.
 *
 * @param bytes    unpacked, or as sent when it could not be unpacked
 * @param unpacked false when it was announced as gzip and is not
 */
record Body(byte[] bytes, boolean unpacked) {

    /**
     * How many JSON values reading it may make, objects, arrays and their members: a value of two bytes takes a hundred
     * times as much once it is read, so that the size of a body says little about the memory it needs (see ADR 0022).
     */
    int values() {
        var values = 1;
        var isInText = false;
        for (var i = 0; i < bytes.length; i++) {
            var next = bytes[i];
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
