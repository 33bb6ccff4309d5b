package org.egnytereceiver.journal;

import java.time.Instant;

/**
 * Something that happened to an event.
 *
 * @param kind   what, in one upper-case word
 * @param detail a sentence, or null
 * @param author who asked for it, or null when nobody did
 */
public record JournalNote(Instant at, String kind, String detail, String author) {
}
