package org.egnytereceiver.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egnytereceiver.journal.PagePosition;

/** Writes the end of a page as one opaque word, and reads it back. */
final class Cursor {

    private static final Pattern POSITION = Pattern.compile("(-?\\d{1,18}):(\\d{1,19})");

    private Cursor() {
    }

    static String write(PagePosition position) {
        var text = position.receivedAt() + ":" + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @return empty when the word is none of ours */
    static Optional<PagePosition> read(String word) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
            var position = POSITION.matcher(text);
            return position.matches()
                    ? Optional.of(new PagePosition(Long.parseLong(position.group(1)), Long.parseLong(position.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
