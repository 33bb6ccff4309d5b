package org.egnytereceiver.event;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/**
 * What a JSON object says, as a SHA-256 digest: neither the order of keys, nor white space, nor the spelling of a
 * number or a text counts. An object that holds a key twice has no agreed meaning; there the order as sent counts too.
 */
public final class Meaning {

    /** Far beyond what is let in; turning more digits into a number costs more than the difference is worth. */
    private static final int LONGEST_NUMBER = 1000;

    private final Reading element;
    private final StringBuilder words = new StringBuilder(1024);

    private Meaning(Reading element) {
        this.element = element;
    }

    /**
     * @return the digest in lower-case hexadecimal, of all but the ignored top-level keys
     * @throws jakarta.json.JsonException if the text is no JSON
     */
    public static String digest(String elementJson, Set<String> ignoredTopLevelKeys) {
        return digest(Reading.of(elementJson), ignoredTopLevelKeys);
    }

    public static String digest(Reading element, Set<String> ignoredTopLevelKeys) {
        var meaning = new Meaning(element);
        meaning.object(element.json(), ignoredTopLevelKeys);
        return meaning.digest();
    }

    /* Every value begins with its kind, and ends by a length or a mark, so that no two objects share their words. */
    private void value(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), Set.of());
            case ARRAY -> array(value.asJsonArray());
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> words.append('#').append(number(((JsonNumber) value).toString())).append(';');
            case TRUE -> words.append('t');
            case FALSE -> words.append('f');
            case NULL -> words.append('n');
        }
    }

    private void object(JsonObject object, Set<String> ignored) {
        words.append('{');
        for (var member : element.asSent(object).orElseGet(() -> sorted(object.entrySet()))) {
            if (!ignored.contains(member.getKey())) {
                text(member.getKey());
                value(member.getValue());
            }
        }
        words.append('}');
    }

    private static List<Entry<String, JsonValue>> sorted(Collection<Entry<String, JsonValue>> members) {
        return members.stream().sorted(Entry.comparingByKey()).toList();
    }

    private void array(List<JsonValue> items) {
        words.append('[');
        items.forEach(this::value);
        words.append(']');
    }

    private void text(String text) {
        words.append('"').append(text.length()).append(':').append(text);
    }

    /* The exponent is reckoned apart, as no number of ours could hold 1e99999999999 or should unfold 1e999999999. */
    private static String number(String literal) {
        if (literal.length() > LONGEST_NUMBER) {
            return literal;
        }
        var end = Math.max(literal.indexOf('e'), literal.indexOf('E'));
        var digits = new BigDecimal(end < 0 ? literal : literal.substring(0, end)).stripTrailingZeros();
        if (digits.signum() == 0) {
            return "0";
        }
        var exponent = end < 0 ? BigInteger.ZERO : new BigInteger(literal.substring(end + 1));
        return digits.unscaledValue() + "e" + exponent.subtract(BigInteger.valueOf(digits.scale()));
    }

    /* Characters go in as they are: an encoder would make all lone surrogates the same. */
    private String digest() {
        var bytes = ByteBuffer.allocate(words.length() * Character.BYTES);
        bytes.asCharBuffer().put(words.toString());
        return HexFormat.of().formatHex(sha256().digest(bytes.array()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
