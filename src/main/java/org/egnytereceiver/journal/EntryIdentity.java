package org.egnytereceiver.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.egnytereceiver.event.EventKey;

/**
 * The identity of an event in sixteen bytes: the first half of SHA-256 over product, domain and event id. Egnyte sets
 * no limit to the length of an id, and a database index does; 128 bits of a digest do not meet twice.
 */
final class EntryIdentity {

    private EntryIdentity() {
    }

    static UUID of(EventKey key) {
        var digest = sha256();
        digest.update((byte) key.product().ordinal());
        if (key.domain() != null) {
            var domain = key.domain().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(domain.length).array());
            digest.update(domain);
        }
        var half = ByteBuffer.wrap(digest.digest(key.eventId().getBytes(StandardCharsets.UTF_8)));
        return new UUID(half.getLong(), half.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
