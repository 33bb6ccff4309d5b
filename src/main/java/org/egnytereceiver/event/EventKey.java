package org.egnytereceiver.event;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What makes two deliveries the same event. An id of Egnyte Connect is unique within its domain; an MSP event has
 * neither id nor domain, its id is the {@linkplain Meaning digest of its content}.
 */
public record EventKey(
        @NotNull Product product,
        @Size(min = 1, max = 1000) @Pattern(regexp = STORABLE) String domain,
        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = STORABLE) String eventId) {

    /** No NUL and no half of a surrogate pair: databases refuse the one, and UTF-8 cannot carry the other. */
    private static final String STORABLE = "[^\\x00\\p{Cs}]*";

    @AssertTrue(message = "an event of Egnyte Connect names its domain")
    boolean isDomainGiven() {
        return product != Product.CONNECT || domain != null;
    }
}
