package org.egnytereceiver.journal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.egnytereceiver.event.Product;
import org.junit.jupiter.api.Test;

class FreshLotsTest {

    private static final String LARGE = "x".repeat(3 << 19);

    private final FreshLots fresh = new FreshLots();

    @Test
    void isToldAfterTheCommit() throws NoSuchMethodException {
        var told = FreshLots.class.getDeclaredMethod("keep", FreshLots.Begun.class).getParameters()[0];
        assertThat(told.getAnnotation(Observes.class).during()).isEqualTo(TransactionPhase.AFTER_SUCCESS);
    }

    @Test
    void handsEachLotOutOnce() {
        begin(1, "{}");
        begin(2, "[]");
        begin(3, "[]");
        assertThat(raw(2L, 1L, 4L)).containsOnly(entry(1L, "{}"), entry(2L, "[]"));
        assertThat(raw(2L, 3L)).containsOnly(entry(3L, "[]"));
    }

    @Test
    void forgetsTheOldestWhenThereIsNoRoom() {
        LongStream.of(1, 2, 3).forEach(id -> begin(id, LARGE));
        assertThat(fresh.take(List.of(1L, 2L))).containsOnlyKeys(2L);
        begin(4, LARGE);
        assertThat(fresh.take(List.of(3L))).as("what was taken leaves room").containsOnlyKeys(3L);
    }

    @Test
    void countsWhatSmallEventsTakeBesideTheirTexts() {
        LongStream.rangeClosed(1, 200).forEach(id -> fresh.keep(new FreshLots.Begun(
                List.of(new NewLot(id, Collections.nCopies(100, event(id, "{}")))))));
        assertThat(fresh.take(List.of(1L, 200L))).containsOnlyKeys(200L);
    }

    @Test
    void forgetsNothingForALotThatIsLargerThanAllItsRoom() {
        begin(1, "{}");
        begin(2, LARGE.repeat(3));
        assertThat(fresh.take(List.of(1L, 2L))).containsOnlyKeys(1L);
    }

    private Map<Long, String> raw(Long... ids) {
        return fresh.take(List.of(ids)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, lot -> lot.getValue().events().get(0).raw()));
    }

    private void begin(long id, String raw) {
        fresh.keep(new FreshLots.Begun(List.of(new NewLot(id, List.of(event(id, raw))))));
    }

    private static StoredEvent event(long id, String raw) {
        return new StoredEvent(id, "default", Product.CONNECT, "acme", "e", "fs:add_file", "fs", true, true, null,
                Instant.EPOCH, null, null, null, null, raw);
    }
}
