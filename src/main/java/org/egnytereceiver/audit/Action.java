package org.egnytereceiver.audit;

/** What is worth a row in the audit trail. */
public enum Action {

    /** One event is worked again. */
    EVENT_REPLAYED("event-replayed"),
    /** All events that match a filter are worked again; a row for each thousand. */
    EVENTS_REPLAYED("events-replayed"),
    /** Something was let out of the quarantine. */
    QUARANTINE_RELEASED("quarantine-released"),
    /** Something in the quarantine was thrown away. */
    QUARANTINE_DISCARDED("quarantine-discarded"),
    /** There is a new account. */
    ACCOUNT_CREATED("account-created"),
    /** An account has another password. */
    PASSWORD_CHANGED("password-changed"),
    /** An account has another role. */
    ROLE_CHANGED("role-changed"),
    /** There is an account less. */
    ACCOUNT_REMOVED("account-removed"),
    /** Somebody did not prove to be who they said. */
    LOGIN_FAILED("login-failed");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** @return the word used in the API and the database */
    public String code() {
        return code;
    }
}
