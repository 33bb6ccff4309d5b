package org.egnytereceiver.journal;

/**
 * What a text column can hold: no NUL (PostgreSQL refuses it), no half of a surrogate pair (not UTF-8), and no more
 * characters than H2 keeps in a row.
 */
final class Storable {

    static final int LONGEST = 1 << 20;
    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {
    }

    /**
     * @return the text, cut off where it is too long, with a replacement character for what cannot be stored; the raw event
     *         keeps the original
     */
    static String text(String text) {
        if (text != null && text.length() > LONGEST) {
            return text(text.substring(0, LONGEST));
        }
        if (text == null || isStorable(text)) {
            return text;
        }
        var storable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> storable.appendCodePoint(isStorable(c) ? c : REPLACEMENT));
        return storable.toString();
    }

    private static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return text.codePoints().allMatch(Storable::isStorable);
            }
        }
        return true;
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
