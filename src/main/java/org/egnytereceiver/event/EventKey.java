package org.egnytereceiver.event;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * What makes two deliveries the same event. An id of Egnyte Connect is unique within its domain; an MSP event has
 * neither id nor domain, its id is the {@linkplain Meaning digest of its content}.
 */
public record EventKey(
        @NotNull Product product,
        @Identifier String domain,
        @NotNull @Identifier String eventId) {

    @AssertTrue(message = "an event of Egnyte Connect names its domain")
    boolean isDomainGiven() {
        return product != Product.CONNECT || domain != null;
    }
}
