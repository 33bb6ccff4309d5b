package org.egnytereceiver.delivery;

import java.util.Arrays;
import java.util.Optional;

/** Why something authentic is in the quarantine instead of the journal. */
public enum Reason {

    /** The body is empty or no JSON. */
    NOT_JSON("not-json"),
    /** The body is JSON of the wrong kind at the top: {@code null}, a word, an object where an array is due. */
    WRONG_KIND("wrong-kind"),
    /** The body says it is gzip and is not, or not all of it. */
    BROKEN_GZIP("broken-gzip"),
    /** The body has more elements, or more values in all of them, than a delivery may have. */
    TOO_MANY("too-many"),
    /** The element does not say clearly which event it is. */
    IDENTITY("identity"),
    /** The element is deeper, or holds a longer number or string, than the receiver reads. */
    LIMIT("limit"),
    /** The element is not valid UTF-8. */
    ENCODING("encoding"),
    /** The feed may not speak for the element's Egnyte domain. */
    DOMAIN("domain"),
    /** An event with the same identity and other content was stored before. */
    CONFLICT("conflict");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** @return the word used in the API and the database */
    public String code() {
        return code;
    }

    /** @return the reason with that word, if there is one */
    public static Optional<Reason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
