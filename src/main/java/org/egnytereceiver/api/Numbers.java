package org.egnytereceiver.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the number of an entry from an address. */
final class Numbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private Numbers() {
    }

    /** @return empty when the text is no number that an entry could have */
    static Optional<Long> of(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
