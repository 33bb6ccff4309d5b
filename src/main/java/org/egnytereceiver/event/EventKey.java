package org.egnytereceiver.event;

import java.util.Objects;

/**
 * What makes two deliveries the same event. An id of Egnyte Connect is unique within its domain; an MSP event has
 * neither id nor domain, its id is the {@linkplain Meaning digest of its content}.
 */
public record EventKey(Product product, String domain, String eventId) {

    public EventKey {
        Objects.requireNonNull(product);
    }
}
