package org.egnytereceiver.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An accepted header value, kept as its digest only, so that nothing of it can be printed or timed. */
final class Secret {

    private final byte[] digest;

    Secret(String value) {
        digest = sha256(value);
    }

    boolean equalsInConstantTime(String value) {
        return MessageDigest.isEqual(digest, sha256(value));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
