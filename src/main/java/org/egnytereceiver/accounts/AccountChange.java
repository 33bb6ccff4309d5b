package org.egnytereceiver.accounts;

/** What became of a change to the receiver's own accounts. */
public enum AccountChange {

    /** It is made. */
    DONE,
    /** There is no such account. */
    UNKNOWN,
    /** There is an account of that name already. */
    TAKEN,
    /** The settings say what this account is, and would do so again at the next start. */
    CONFIGURED,
    /** Without this operator there would be none. */
    LAST_OPERATOR,
    /** The name is none. */
    BAD_NAME,
    /** The password is too short or too long, or is the name. */
    BAD_PASSWORD,
    /** The accounts are kept elsewhere. */
    ELSEWHERE
}
