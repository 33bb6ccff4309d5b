package org.egnytereceiver.accounts;

import java.time.Duration;

/** What came of somebody's attempt to prove who they are. */
public sealed interface LoginResult {

    /** They are known. */
    record Known(Account account) implements LoginResult {
    }

    /**
     * They are not, for whatever reason.
     *
     * @param challenge how to prove it (the header {@code WWW-Authenticate})
     */
    record Unknown(String challenge) implements LoginResult {
    }

    /** They, or others at their address, were wrong too often; nothing was looked at. */
    record TooEarly(Duration retryAfter) implements LoginResult {
    }
}
