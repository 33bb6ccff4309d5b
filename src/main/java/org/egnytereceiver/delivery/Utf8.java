package org.egnytereceiver.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON on the network is UTF-8 (RFC 8259, section 8.1); a byte order mark may be ignored. */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {
    }

    /** @return offset of the first byte behind a byte order mark and white space, the body's length if there is none */
    static int start(byte[] body) {
        var start = startsWithByteOrderMark(body) ? 3 : 0;
        while (start < body.length && isWhitespace(body[start])) {
            start++;
        }
        return start;
    }

    /** @return the text, or empty when these bytes are not UTF-8 */
    static Optional<String> strict(byte[] bytes, int start, int end) {
        var text = lenient(bytes, start, end);
        return text.indexOf(REPLACEMENT) < 0 || isValid(bytes, start, end) ? Optional.of(text) : Optional.empty();
    }

    /** @return the text, with a replacement character for what is not UTF-8 */
    static String lenient(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The slow way, taken only where a replacement character was met: it may have been sent as such. */
    private static boolean isValid(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }

    private static boolean isWhitespace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
