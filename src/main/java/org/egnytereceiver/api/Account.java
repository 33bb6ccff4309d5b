package org.egnytereceiver.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** Somebody who may use the API. */
record Account(String name, byte[] password, Set<Role> roles) {

    /** Compares both, whatever the first comparison says, and in constant time. */
    boolean matches(String givenName, String givenPassword) {
        var sameName = MessageDigest.isEqual(bytes(name), bytes(givenName));
        var samePassword = MessageDigest.isEqual(password, bytes(givenPassword));
        return sameName & samePassword;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
