package org.egnytereceiver.event;

/** A text without NUL and without half of a surrogate pair: databases refuse the one, and UTF-8 cannot carry the other. */
final class StorableText {

    private StorableText() {
    }

    /** A loop instead of a pattern or a stream: it is asked several times for every event. */
    static boolean is(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return text.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
            }
        }
        return true;
    }
}
