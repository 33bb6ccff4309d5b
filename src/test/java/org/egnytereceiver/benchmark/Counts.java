package org.egnytereceiver.benchmark;

/** How many there are at one moment. */
record Counts(long stored, long quarantined, long published) {

    static Counts of(Estate estate, Contender contender) {
        return new Counts(contender.stored(), contender.quarantined(), estate.subscription().published());
    }
}
