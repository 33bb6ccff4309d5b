package org.egnytereceiver.benchmark.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void keepsEachEventAsItWasSent() {
        var event = Fixtures.with(Fixtures.connect(ConnectEventType.FILE_MOVED), "note",
                "\"\u00e4\ud83d\ude00 }],[{\"");
        var cut = Cut.of("[ " + String.join(" , ", Collections.nCopies(2_000, event)) + " ]");
        assertThat(cut.events()).hasSize(2_000).containsOnly(event);
        assertThat(cut.rest()).isEmpty();
    }

    @Test
    void setsAsideWhatHasNoIdentity() {
        var event = Fixtures.connect(ConnectEventType.FILE_MOVED).strip();
        var poison = Fixtures.without(event, "eventId");
        var cut = Cut.of("[" + event + "," + poison + "," + event + "]");
        assertThat(cut.events()).containsExactly(event, event);
        assertThat(cut.rest()).containsExactly(poison);
    }
}
