package org.egnytereceiver.journal;

/** Numbers of entries, both ends included. */
record NumberRange(long first, long last) {
}
