package org.egnytereceiver.audit;

/**
 * Texts that come from outside, such as names out of a realm or a token, without what neither a database nor a line nor
 * a reader should meet: control and direction characters, half characters, and any length.
 */
public final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {
    }

    /** @return the text with at most so many characters, or null for null */
    public static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isPlain(c) ? c : REPLACEMENT));
        return plain.length() <= longest ? plain.toString() : shortened(plain, longest - 1) + "…";
    }

    private static String shortened(StringBuilder text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
