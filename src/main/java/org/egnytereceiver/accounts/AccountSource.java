package org.egnytereceiver.accounts;

import java.util.Arrays;
import java.util.Optional;

/** Where the accounts are kept. */
enum AccountSource {

    /** In the receiver's own store. */
    OWN("own"),
    /** In the realm of the server. */
    SERVER("server"),
    /** With an OpenID Connect provider. */
    OIDC("oidc");

    private final String code;

    AccountSource(String code) {
        this.code = code;
    }

    static Optional<AccountSource> ofCode(String code) {
        return Arrays.stream(values()).filter(source -> source.code.equals(code)).findFirst();
    }
}
