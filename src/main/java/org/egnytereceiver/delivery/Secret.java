package org.egnytereceiver.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** An accepted header value, kept as its SHA-256 digest only, so that nothing of it can be printed or timed. */
final class Secret {

    private static final String DIGEST_PREFIX = "sha256:";
    /** However it is written: taken for the secret itself, a digest would let in whoever has read it. */
    private static final Pattern LIKE_A_DIGEST = Pattern.compile("sha-?256[:=]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGEST = Pattern.compile(DIGEST_PREFIX + "[0-9a-fA-F]{64}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] digest;

    private Secret(byte[] digest) {
        this.digest = digest;
    }

    /** @param text the value itself, or {@code sha256:} and its digest in hexadecimal */
    static Secret of(String key, String text) {
        if (Settings.isReference(text)) {
            throw new WrongSetting(key, "refers to a value that nobody has given");
        }
        if (!text.chars().allMatch(Secret::isSentAsItIs)) {
            throw new WrongSetting(key, "holds a character that a header does not carry: use letters, digits and signs of ASCII");
        }
        if (!LIKE_A_DIGEST.matcher(text).lookingAt()) {
            return new Secret(digest(text));
        }
        if (!DIGEST.matcher(text).matches()) {
            throw new WrongSetting(key, "holds a digest that is not sha256: and 64 hexadecimal digits");
        }
        var digest = HexFormat.of().parseHex(text, DIGEST_PREFIX.length(), text.length());
        if (Arrays.equals(digest, digest(""))) {
            throw new WrongSetting(key, "holds the digest of an empty value, which is what every caller has");
        }
        return new Secret(digest);
    }

    /** What else a header holds is read differently by each server (RFC 9110, section 5.5). */
    private static boolean isSentAsItIs(int character) {
        return character >= ' ' && character < 0x7F;
    }

    /** One that no value proves. */
    static Secret unknown() {
        var digest = new byte[32];
        RANDOM.nextBytes(digest);
        return new Secret(digest);
    }

    static byte[] digest(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Takes the same time whatever the digest is. */
    boolean isOf(byte[] valueDigest) {
        return MessageDigest.isEqual(digest, valueDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && isOf(secret.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
