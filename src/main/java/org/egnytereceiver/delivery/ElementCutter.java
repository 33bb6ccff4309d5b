package org.egnytereceiver.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the elements of a JSON array in its bytes, in one pass and without reading them. It looks at quotes, brackets
 * and commas only, so that one element beyond a limit, or in a broken encoding, leaves its neighbours readable. Whether
 * an element is JSON is for the reader to say: what cannot be cut is no array, what can be cut need not be one.
 *
 * <p>Structural characters are ASCII and never part of a longer UTF-8 sequence (RFC 3629, section 3).
 */
final class ElementCutter {

    private final byte[] bytes;
    private final ElementLimits limits;
    private final List<ElementSlice> slices = new ArrayList<>();
    private int position;
    private boolean withinLimits;

    private ElementCutter(byte[] bytes, int start, ElementLimits limits) {
        this.bytes = bytes;
        this.position = start;
        this.limits = limits;
    }

    /**
     * @param start offset of the array's opening bracket
     * @return the elements, or empty when the array does not end where the body ends
     */
    static Optional<List<ElementSlice>> elements(byte[] body, int start, ElementLimits limits) {
        var cutter = new ElementCutter(body, start + 1, limits);
        return cutter.cutArray() ? Optional.of(cutter.slices) : Optional.empty();
    }

    /** @return the one value that starts here, if the body ends behind it */
    static Optional<ElementSlice> single(byte[] body, int start, ElementLimits limits) {
        var cutter = new ElementCutter(body, start, limits);
        return cutter.cutElement() && cutter.nothingFollows() ? Optional.of(cutter.slices.get(0)) : Optional.empty();
    }

    private boolean cutArray() {
        skipWhitespace();
        if (at(']')) {
            position++;
            return nothingFollows();
        }
        while (cutElement()) {
            if (at(']')) {
                position++;
                return nothingFollows();
            }
            if (!at(',')) {
                return false;
            }
            position++;
            skipWhitespace();
        }
        return false;
    }

    /** Ends at the comma or bracket behind the element, white space before that being skipped. */
    private boolean cutElement() {
        var start = position;
        var depth = 0;
        withinLimits = true;
        do {
            if (position >= bytes.length) {
                return false;
            }
            switch (bytes[position]) {
                case '"' -> passString();
                case '{', '[' -> {
                    depth++;
                    position++;
                }
                case '}', ']' -> {
                    depth--;
                    position++;
                }
                case ',', ':', ' ', '\t', '\n', '\r' -> position++;
                default -> passLiteral();
            }
            withinLimits &= depth <= limits.depth();
        } while (depth > 0);
        var isElement = depth == 0 && !isSeparator(bytes[start]);
        slices.add(new ElementSlice(start, position, withinLimits));
        skipWhitespace();
        return isElement;
    }

    /** Where a text ends must not depend on whether its escapes are right: {@link Body} counts by the same rule. */
    private void passString() {
        var length = 0;
        position++;
        while (position < bytes.length && bytes[position] != '"') {
            if (bytes[position] == '\\') {
                position += isUnicodeEscape() ? 5 : 1;
                length++;
            } else if (!isContinuation(bytes[position])) {
                length += isFourByteLead(bytes[position]) ? 2 : 1;
            }
            position++;
        }
        position++;
        withinLimits &= length <= limits.stringLength();
    }

    private boolean isUnicodeEscape() {
        return position + 5 < bytes.length && bytes[position + 1] == 'u'
                && isHexDigit(bytes[position + 2]) && isHexDigit(bytes[position + 3])
                && isHexDigit(bytes[position + 4]) && isHexDigit(bytes[position + 5]);
    }

    private static boolean isHexDigit(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    /** A number, or a word such as {@code true}; the longest word is shorter than any sensible limit for a number. */
    private void passLiteral() {
        var start = position;
        while (position < bytes.length && !isStructural(bytes[position])) {
            position++;
        }
        withinLimits &= position - start <= limits.numberLength();
    }

    private boolean nothingFollows() {
        skipWhitespace();
        return position == bytes.length;
    }

    private void skipWhitespace() {
        while (position < bytes.length && isWhitespace(bytes[position])) {
            position++;
        }
    }

    private boolean at(char expected) {
        return position < bytes.length && bytes[position] == expected;
    }

    private static boolean isStructural(byte b) {
        return isSeparator(b) || isWhitespace(b) || b == '"' || b == '{' || b == '[';
    }

    private static boolean isSeparator(byte b) {
        return b == ',' || b == ':' || b == '}' || b == ']';
    }

    private static boolean isWhitespace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** A character beyond the basic plane counts twice, as in Java and JavaScript. */
    private static boolean isFourByteLead(byte b) {
        return (b & 0xF8) == 0xF0;
    }
}
