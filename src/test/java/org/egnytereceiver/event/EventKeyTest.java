package org.egnytereceiver.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventKeyTest {

    @Test
    void theSameIdInTwoDomainsIsTwoEvents() {
        assertThat(new EventKey(Product.CONNECT, "acme", "1")).isEqualTo(new EventKey(Product.CONNECT, "acme", "1"))
                .isNotEqualTo(new EventKey(Product.CONNECT, "other", "1"))
                .isNotEqualTo(new EventKey(Product.CONNECT, "ACME", "1"));
    }

    @Test
    void aProductIsFoundByItsWireName() {
        assertThat(Product.named("connect")).contains(Product.CONNECT);
        assertThat(Product.named("msp")).contains(Product.MSP);
        assertThat(Product.named("MSP")).isEmpty();
        assertThat(Product.named(null)).isEmpty();
    }
}
