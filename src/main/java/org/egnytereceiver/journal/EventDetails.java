package org.egnytereceiver.journal;

import java.util.List;

/**
 * One event with everything known about it.
 *
 * @param raw     the JSON as Egnyte sent it
 * @param history what happened to it, in order
 */
public record EventDetails(JournalRow row, String raw, List<JournalNote> history) {
}
