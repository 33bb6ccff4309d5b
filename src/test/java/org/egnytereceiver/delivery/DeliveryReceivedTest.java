package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.egnytereceiver.event.Product;
import org.junit.jupiter.api.Test;

class DeliveryReceivedTest {

    @Test
    void sumsUpWhatItsObserversSay() {
        var received = new DeliveryReceived(deliveryOf(5));
        received.quarantined(1);
        received.stored();
        received.duplicate();
        received.duplicate();
        received.stored();
        assertThat(received.receipt().json())
                .isEqualTo("{\"received\":5,\"stored\":2,\"duplicates\":2,\"quarantined\":1}");
    }

    @Test
    void givesNoReceiptWhileAnElementIsUnaccountedFor() {
        var received = new DeliveryReceived(deliveryOf(2));
        received.stored();
        assertThatThrownBy(received::receipt).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesNoReceiptForMoreThanWasReceived() {
        var received = new DeliveryReceived(deliveryOf(0));
        received.quarantined(1);
        assertThatThrownBy(received::receipt).isInstanceOf(IllegalStateException.class);
    }

    private static Delivery deliveryOf(int elements) {
        return new Delivery("default", Product.CONNECT, Instant.EPOCH, null, List.of(), IntStream.range(0, elements)
                .mapToObj(i -> new Element.Unreadable(new byte[0], Reason.IDENTITY)).toList());
    }
}
