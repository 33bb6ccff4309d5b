package org.egnytereceiver.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The Egnyte products that send webhooks, each with a contract of its own. */
public enum Product {

    CONNECT, MSP;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    public static Optional<Product> named(String wireName) {
        return Stream.of(values()).filter(product -> product.wireName().equals(wireName)).findFirst();
    }
}
