package org.egnytereceiver.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.delivery.Deliveries.Outcome;
import org.egnytereceiver.delivery.Deliveries;
import org.egnytereceiver.delivery.Element.Unreadable;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.ConflictFound;
import org.egnytereceiver.journal.PagePosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the quarantine promises, whatever stores it. */
abstract class QuarantineContract {

    static final Instant RECEIVED = Instant.parse("2026-02-03T04:05:06.789Z");

    RealDatabase database;
    Quarantine quarantine;

    @BeforeEach
    void begin(RealDatabase database) {
        this.database = database;
        quarantine = new Quarantine();
        quarantine.quarantine = database.entities();
        quarantine.database = database.kind();
    }

    @Test
    void keepsEveryUnreadableElementWithItsReason() {
        assertThat(receive(unreadable("1", Reason.IDENTITY), unreadable("2", Reason.LIMIT))).isEqualTo(new Outcome(0, 0, 2));

        var row = page(null, null, null, 50).rows().get(1);
        assertThat(row.feed()).isEqualTo("default");
        assertThat(row.product()).isEqualTo("connect");
        assertThat(row.receivedAt()).isEqualTo(RECEIVED);
        assertThat(row.reason()).isEqualTo("identity");
        assertThat(row.raw()).isEqualTo("1".getBytes(UTF_8));
    }

    @Test
    void keepsAnyBytesAsTheyWereSent() {
        var all = new byte[256];
        IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
        var large = new byte[(2 << 20) + 7];
        new Random(1).nextBytes(large);
        receive(new Unreadable(new byte[0], Reason.NOT_JSON), new Unreadable(all, Reason.ENCODING), new Unreadable(large, Reason.LIMIT));

        assertThat(page(null, null, null, 50).rows()).extracting(QuarantineRow::raw).containsExactly(large, all, new byte[0]);
    }

    @Test
    void keepsTheLaterOneOfAConflict() {
        database.doInTransaction(() -> quarantine.keep(
                new ConflictFound(Deliveries.unreadable(RECEIVED), "{\"größe\":\"😀\"}")));

        assertThat(page(null, null, null, 50).rows()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo("conflict");
            assertThat(row.feed()).isEqualTo("default");
            assertThat(new String(row.raw(), UTF_8)).isEqualTo("{\"größe\":\"😀\"}");
        });
    }

    @Test
    void findsOneEntryByItsNumber() {
        receive(unreadable("1", Reason.IDENTITY));
        var row = page(null, null, null, 50).rows().get(0);
        assertThat(byId(row.id()).orElseThrow().raw()).isEqualTo(row.raw());
        assertThat(byId(row.id() + 1)).isEmpty();
    }

    @Test
    void filtersByFeedAndReason() {
        receive(unreadable("1", Reason.IDENTITY), unreadable("2", Reason.LIMIT));
        assertThat(page("default", Reason.LIMIT, null, 50).rows()).hasSize(1);
        assertThat(page("default", Reason.DOMAIN, null, 50).rows()).isEmpty();
        assertThat(page("archive", null, null, 50).rows()).isEmpty();
    }

    @Test
    void turnsPagesWithoutSkippingOrRepeating() {
        receive(IntStream.range(0, 7).mapToObj(i -> unreadable("e" + i, Reason.IDENTITY)).toArray(Unreadable[]::new));
        assertThat(turned(3)).containsExactly("e6", "e5", "e4", "e3", "e2", "e1", "e0");
        assertThat(turned(7)).hasSize(7);
    }

    @Test
    void cutsAPageShortWhenItsContentsAreLarge() {
        receive(IntStream.range(0, 5).mapToObj(i -> new Unreadable(filled(3 << 20, 'x'), Reason.LIMIT)).toArray(Unreadable[]::new));
        var page = page(null, null, null, 50);
        assertThat(page.rows()).hasSize(2);
        assertThat(page(null, null, page.next(), 50).rows()).hasSize(2);
        assertThat(turned(50)).hasSize(5);
    }

    @Test
    void cutsAPageShortWhenItsContentsAreLargeOnceTheyAreWritten() {
        receive(IntStream.range(0, 5).mapToObj(i -> new Unreadable(filled(1 << 20, 1), Reason.LIMIT)).toArray(Unreadable[]::new));
        var page = page(null, null, null, 50);
        assertThat(page.rows()).hasSize(1);
        assertThat(page.next()).isEqualTo(new PagePosition(RECEIVED.toEpochMilli(), page.rows().get(0).id()));
        assertThat(turned(50)).hasSize(5);
    }

    @Test
    void saysHowLargeAContentIsBeforeItIsLoaded() {
        receive(new Unreadable(filled(9 << 20, 'x'), Reason.LIMIT), unreadable("ö", Reason.LIMIT), unreadable("123", Reason.LIMIT));
        var sizes = new ArrayList<Long>();
        var rows = database.inTransaction(() -> quarantine.latest(null, null, null, 50, sizes::add)).rows();
        assertThat(sizes).containsExactly(5L);
        assertThat(rows).extracting(row -> size(row.id())).containsExactly(Optional.of(3L), Optional.of(2L));
        assertThat(size(rows.get(1).id() - 1)).contains(9L << 20);
        assertThat(size(rows.get(0).id() + 1)).isEmpty();
    }

    @Test
    void loadsNothingThatThereIsNoRoomFor() {
        receive(unreadable("1", Reason.IDENTITY));
        assertThatThrownBy(() -> database.inTransaction(() -> quarantine.latest(null, null, null, 50, bytes -> {
            throw new IllegalStateException("no room for " + bytes);
        }))).hasMessage("no room for 1");
    }

    @Test
    void showsOneEntryHoweverLargeItIs() {
        receive(new Unreadable(new byte[9 << 20], Reason.LIMIT), unreadable("small", Reason.LIMIT), new Unreadable(new byte[9 << 20], Reason.LIMIT));
        assertThat(page(null, null, null, 50).rows()).hasSize(1);
        assertThat(turned(50)).hasSize(3);
    }

    private List<String> turned(int limit) {
        var seen = new ArrayList<String>();
        var page = page(null, null, null, limit);
        page.rows().forEach(row -> seen.add(new String(row.raw(), UTF_8)));
        while (page.next() != null) {
            page = page(null, null, page.next(), limit);
            page.rows().forEach(row -> seen.add(new String(row.raw(), UTF_8)));
        }
        return seen;
    }

    private Outcome receive(Unreadable... elements) {
        return database.inTransaction(() -> Deliveries.announce(Deliveries.unreadable(RECEIVED, elements), quarantine::keep));
    }

    private QuarantinePage page(String feed, Reason reason, PagePosition after, int limit) {
        return database.inTransaction(() -> quarantine.latest(feed, reason, after, limit, bytes -> { }));
    }

    private Optional<QuarantineRow> byId(long id) {
        return database.inTransaction(() -> quarantine.byId(id));
    }

    private Optional<Long> size(long id) {
        return database.inTransaction(() -> quarantine.sizeOf(id));
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Unreadable unreadable(String raw, Reason reason) {
        return new Unreadable(raw.getBytes(UTF_8), reason);
    }
}
