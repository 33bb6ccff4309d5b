package org.egnytereceiver.quarantine;

/** What became of an entry that somebody wanted released. */
public enum ReleaseOutcome {

    /** At least one event of it is new in the journal. */
    STORED("stored"),
    /** All of its events were in the journal before. */
    DUPLICATE("duplicate"),
    /** Nothing of it can be read, and it stays where it is. */
    QUARANTINED("quarantined"),
    /** It contradicts a stored event: it can only be discarded. */
    CONFLICT("conflict");

    private final String code;

    ReleaseOutcome(String code) {
        this.code = code;
    }

    /** @return the word used in the API */
    public String code() {
        return code;
    }
}
