package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Product;
import org.junit.jupiter.api.Test;

class EntryIdentityTest {

    @Test
    void isTheSameForTheSameKey() {
        assertThat(EntryIdentity.of(new EventKey(Product.CONNECT, "acme", "1")))
                .isEqualTo(EntryIdentity.of(new EventKey(Product.CONNECT, "acme", "1")));
    }

    /** Identities are stored: another computation would make every known event a new one. */
    @Test
    void neverChanges() {
        assertThat(EntryIdentity.of(new EventKey(Product.CONNECT, "acme", "4711")))
                .isEqualTo(UUID.fromString("8e7220b2-4c57-963f-8251-de467b69b5e1"));
        assertThat(EntryIdentity.of(new EventKey(Product.MSP, null, "4711")))
                .isEqualTo(UUID.fromString("78688003-7e67-ebc9-abf1-dcdfd03cc54a"));
    }

    @Test
    void isAnotherForEveryOtherKey() {
        assertThat(List.of(
                new EventKey(Product.CONNECT, "acme", "1"),
                new EventKey(Product.CONNECT, "acme", "2"),
                new EventKey(Product.CONNECT, "acme", "1 "),
                new EventKey(Product.CONNECT, "Acme", "1"),
                new EventKey(Product.CONNECT, "acme1", "1"),
                new EventKey(Product.CONNECT, "acm", "e1"),
                new EventKey(Product.CONNECT, "acme1", ""),
                new EventKey(Product.CONNECT, "", "acme1"),
                new EventKey(Product.CONNECT, "\u0000\u0000\u0000\u0004acme", "1"),
                new EventKey(Product.MSP, null, "1"),
                new EventKey(Product.MSP, "acme", "1"),
                new EventKey(Product.MSP, null, "\u0000\u0000\u0000\u0004acme1x")).stream().map(EntryIdentity::of))
                .doesNotHaveDuplicates();
    }
}
