package org.egnytereceiver.api;

import java.util.Optional;

/** Reads the number of an entry from an address. */
final class Numbers {

    private Numbers() {
    }

    /** @return empty when the text is no number that an entry could have */
    static Optional<Long> of(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
