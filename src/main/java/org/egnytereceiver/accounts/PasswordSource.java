package org.egnytereceiver.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Somebody who can tell whether a password is the right one. */
interface PasswordSource {

    /** @return empty when there is no such account, or it has another password: both take the same time */
    Optional<Account> proven(BasicCredentials given, HttpServletRequest request);

    /** @return the account, if it was proven from there a short time ago; quick, whatever the answer */
    Optional<Account> recognized(BasicCredentials given, HttpServletRequest request);
}
