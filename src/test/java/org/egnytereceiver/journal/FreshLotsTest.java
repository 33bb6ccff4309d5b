package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.egnytereceiver.event.Product;
import org.junit.jupiter.api.Test;

class FreshLotsTest {

    private final FreshLots fresh = new FreshLots();

    @Test
    void handsEachLotOutOnce() {
        begin(1, "{}");
        begin(2, "[]");
        assertThat(fresh.take(List.of(2L, 1L)).orElseThrow()).extracting(StoredEvent::raw).containsExactly("[]", "{}");
        assertThat(fresh.take(List.of(2L))).isEmpty();
    }

    @Test
    void leavesToTheJournalWhatItDoesNotHoldAllOf() {
        begin(1, "{}");
        assertThat(fresh.take(List.of(1L, 2L))).isEmpty();
        assertThat(fresh.take(List.of(1L))).as("somebody else has it now").isEmpty();
    }

    @Test
    void forgetsTheOldestWhenThereIsNoRoom() {
        var large = "x".repeat(3 << 20);
        begin(1, large);
        begin(2, large);
        begin(3, large);
        assertThat(fresh.take(List.of(1L))).isEmpty();
        assertThat(fresh.take(List.of(2L))).isPresent();
        begin(4, large);
        assertThat(fresh.take(List.of(3L))).as("what was taken leaves room").isPresent();
    }

    @Test
    void keepsNoLotThatIsLargerThanAllItsRoom() {
        begin(1, "x".repeat(9 << 20));
        assertThat(fresh.take(List.of(1L))).isEmpty();
        begin(2, "{}");
        assertThat(fresh.take(List.of(2L))).isPresent();
    }

    private void begin(long id, String raw) {
        fresh.keep(new FreshLots.Begun(List.of(new NewLot(id, List.of(new StoredEvent(id, "default", Product.CONNECT, "acme",
                "e", "fs:add_file", "fs", true, true, null, Instant.EPOCH, null, null, null, null, raw))))));
    }
}
