package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.journal.EventFilters.any;
import static org.egnytereceiver.journal.WiredJournal.event;
import static org.egnytereceiver.journal.WiredJournal.fileAdded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.event.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a search in the journal promises, whatever stores it. */
abstract class SearchContract {

    WiredJournal journal;

    @BeforeEach
    void begin(RealDatabase database) {
        journal = new WiredJournal(database);
    }

    @Test
    void findsTheLatestFirst() {
        var ids = IntStream.range(0, 5).mapToObj(i -> journal.receiveOne(event("acme", "e" + i))).toList();
        assertThat(found(any())).containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void turnsPagesWithoutSkippingOrRepeatingWhileEventsArrive() {
        journal.receive(IntStream.range(0, 7).mapToObj(i -> event("acme", "a" + i)).toArray(String[]::new));
        journal.clock.move(Duration.ofMillis(1));
        journal.receive(IntStream.range(0, 6).mapToObj(i -> event("acme", "b" + i)).toArray(String[]::new));
        var expected = found(any());

        var seen = new ArrayList<Long>();
        var page = page(null);
        while (!page.isEmpty()) {
            page.forEach(row -> seen.add(row.id()));
            journal.receiveOne(event("acme", "later" + seen.size()));
            page = page(page.get(page.size() - 1).position());
        }
        assertThat(seen).hasSize(13).isEqualTo(expected);
    }

    private List<JournalRow> page(PagePosition after) {
        return journal.database.inTransaction(() -> journal.search.latest(any().filter(), after, 4));
    }

    @Test
    void takesAPathLiterally() {
        var paths = List.of("/a/50%", "/a/50x", "/a_b", "/axb", "/a!b", "/a\\b", "/A", "/ä/漢😀", "/'; --");
        var ids = paths.stream().map(path -> journal.receiveOne(fileAdded(path, path))).toList();
        for (var path : paths) {
            assertThat(found(any().path(path))).as(path).containsExactly(ids.get(paths.indexOf(path)));
        }
        assertThat(found(any().path("/a/"))).hasSize(2);
        assertThat(found(any().path("a"))).isEmpty();
        assertThat(found(any().path("%"))).isEmpty();
        assertThat(found(any().path("/ä/漢"))).hasSize(1);
    }

    @Test
    void comparesLongTextsToTheirEnd() {
        var stem = "/" + "ä".repeat(299);
        var exact = journal.receiveOne(fileAdded("exact", stem));
        var one = journal.receiveOne(fileAdded(stem + "1", stem + "1x"));
        var two = journal.receiveOne(fileAdded(stem + "2", stem + "2x"));

        assertThat(found(any().path(stem))).containsExactly(two, one, exact);
        assertThat(found(any().path(stem + "1"))).containsExactly(one);
        assertThat(found(any().path(stem.substring(0, 299)))).hasSize(3);
        var user = journal.receiveOne("{\"eventId\":\"1\",\"domain\":\"acme\",\"user\":{\"username\":\"" + stem + "2\"}}");
        assertThat(found(any().user(stem + "2"))).containsExactly(user);
        assertThat(found(any().user(stem + "1"))).isEmpty();
        assertThat(found(any().user(stem))).isEmpty();
        assertThat(found(any().eventId(stem + "2"))).containsExactly(two);
        assertThat(found(any().eventId(stem))).isEmpty();
        assertThat(found(any().eventId("exac"))).isEmpty();
    }

    @Test
    void findsWhatWasStoredWithAReplacement() {
        var id = journal.receiveOne("{\"eventId\":\"1\",\"domain\":\"acme\",\"data\":{\"targetPath\":\"/a\\u0000b\"}}");
        assertThat(found(any().path("/a\u0000b"))).containsExactly(id);
    }

    @Test
    void findsAnIdInWhateverDomainItIs() {
        var acme = journal.receiveOne(event("acme", "1"));
        var apex = journal.receiveOne(event("apex", "1"), event("apex", "2"));

        assertThat(found(any().eventId("1"))).containsExactly(apex, acme);
        assertThat(found(any().eventId("1").domain("acme"))).containsExactly(acme);
        assertThat(found(any().eventId("1").domain("acme").user("olga"))).isEmpty();
        assertThat(found(any().eventId("1").domain("nobody's"))).isEmpty();
        assertThat(found(any().eventId("1").product(Product.MSP))).isEmpty();
        assertThat(found(any().eventId("\u0000\u0000\u0000\u0004acme1"))).as("what the identity is made of").isEmpty();
        assertThat(journal.database.inTransaction(() -> journal.replay.matching(any().eventId("1").filter()))).isEqualTo(2);
    }

    @Test
    void findsAnIdOfADomainThatIsNotedAlready() {
        var first = journal.receiveOne(event("acme", "1"));
        journal.noted.fired().forEach(journal.domains::remember);
        var second = journal.receiveOne(event("acme", "2"), event("apex", "2"));

        assertThat(journal.noted.fired()).extracting(Domains.Noted::domains).containsExactly(Set.of("acme"), Set.of("apex"));
        assertThat(found(any().eventId("1"))).containsExactly(first);
        assertThat(found(any().eventId("2"))).hasSize(2).contains(second);
    }

    /** After a restore, or a disk that was full, for example. */
    @Test
    void findsAnIdAgainWhoseDomainWasLost() {
        journal.receive(event("acme", "1"));
        journal.noted.fired().forEach(journal.domains::remember);
        journal.database.doInTransaction(() -> journal.search.journal.createNativeQuery("delete from journal_domain").executeUpdate());
        var second = journal.receiveOne(event("acme", "2"));
        index();
        assertThat(asked(any().eventId("2"))).containsExactly(second);
    }

    @Test
    void findsAnMspEventByItsDigest() {
        journal.receive(Product.MSP, List.of("{\"event_type\":\"RESELLER_INVOICE_PAID\"}"));
        var notice = journal.all().get(0);
        assertThat(found(any().eventId(notice.eventId()))).containsExactly(notice.id());
    }

    @Test
    void filtersByEveryField() {
        var added = journal.receiveOne("""
                {"eventId":"1","domain":"acme","eventType":"fs:add_file","timestamp":1700000000,"user":{"username":"olga"}}""");
        var linked = journal.receiveOne("""
                {"eventId":"2","domain":"apex","eventType":"link:create_download_link","timestamp":1700000001,"user":{"username":"victor"}}""");
        var other = journal.receiveOne("""
                {"eventId":"3","domain":"acme","eventType":"space:travel","timestamp":"a word"}""");
        var notice = notice();
        journal.database.doInTransaction(() -> journal.work(linked));

        assertThat(found(any().domain("acme"))).containsExactly(other, added);
        assertThat(found(any().domain("ACME"))).isEmpty();
        assertThat(found(any().product(Product.MSP))).containsExactly(notice);
        assertThat(found(any().feed("default"))).hasSize(4);
        assertThat(found(any().feed("archive"))).isEmpty();
        assertThat(found(any().type("link:create_download_link"))).containsExactly(linked);
        assertThat(found(any().family("space"))).containsExactly(other);
        assertThat(found(any().known(false))).containsExactly(other);
        assertThat(found(any().user("olga"))).containsExactly(added);
        assertThat(found(any().eventId("2"))).containsExactly(linked);
        assertThat(found(any().state(EntryState.PROCESSED))).containsExactly(linked);
        assertThat(found(any().state(EntryState.WAITING))).containsExactly(notice, other, added);
        assertThat(found(any().domain("acme").known(true).state(EntryState.WAITING).family("fs"))).containsExactly(added);
        assertThat(found(any().domain("apex").user("olga"))).isEmpty();
    }

    @Test
    void takesTheBeginningOfATimeAndLeavesItsEnd() {
        var id = journal.receiveOne(event("acme", "1"));
        var occurred = Instant.ofEpochSecond(1_700_000_000);
        var received = journal.clock.instant();

        assertThat(found(any().occurred(occurred, occurred.plusMillis(1)))).containsExactly(id);
        assertThat(found(any().occurred(occurred.plusMillis(1), null))).isEmpty();
        assertThat(found(any().occurred(null, occurred))).isEmpty();
        assertThat(found(any().received(received, received.plusMillis(1)))).containsExactly(id);
        assertThat(found(any().received(received.plusMillis(1), null))).isEmpty();
        assertThat(found(any().received(null, received))).isEmpty();
    }

    @Test
    void turnsPagesWhileSearchesAreIndexed() {
        var ids = IntStream.range(0, 9).mapToObj(i -> journal.receiveOne(event("acme", "e" + i))).toList();
        index();
        journal.receiveOne(event("apex", "e9"));
        var later = IntStream.range(10, 15).mapToObj(i -> journal.receiveOne(event("acme", "e" + i))).toList();

        var seen = new ArrayList<Long>();
        PagePosition after = null;
        for (var page = acme(after); !page.isEmpty(); page = acme(after)) {
            page.forEach(row -> seen.add(row.id()));
            after = page.get(page.size() - 1).position();
            index();
        }
        assertThat(seen).hasSize(14).doesNotHaveDuplicates().containsAll(ids).containsAll(later)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void countsAndNumbersWhatIsIndexedAndWhatIsNot() {
        var first = journal.receiveOne(event("acme", "e1"));
        index();
        var second = journal.receiveOne(event("acme", "e2"));
        journal.receiveOne(event("apex", "e3"));
        var filter = any().domain("acme").filter();

        assertThat(journal.database.inTransaction(() -> journal.replay.matching(filter))).isEqualTo(2);
        assertThat(journal.database.inTransaction(() -> journal.replay.next(filter, journal.replay.start(), "olga"))
                .replayed()).isEqualTo(2);
        assertThat(found(any().domain("acme"))).containsExactly(second, first);
    }

    @Test
    @Timeout(120)
    void findsAnEventInTheMomentInWhichItIsIndexed() throws Exception {
        var indexing = Executors.newSingleThreadExecutor();
        try {
            for (var i = 0; i < 300; i++) {
                var id = journal.receiveOne(fileAdded("e" + i, "/" + i + "/e"));
                var indexed = indexing.submit(this::index);
                assertThat(asked(any().path("/" + i + "/"))).as("search %d", i).containsExactly(id);
                indexed.get();
            }
        } finally {
            indexing.shutdownNow();
        }
    }

    @Test
    void findsWhatWaitsAmongMuchThatWaits() {
        var done = journal.receiveOne(event("acme", "done"));
        var many = IntStream.range(0, 600).mapToObj(i -> journal.receiveOne(event("acme", "e" + i), event("apex", "e" + i))).toList();
        var between = many.get(500);
        var alone = many.get(0);
        journal.database.doInTransaction(() -> journal.work(done, between));
        journal.database.doInTransaction(() -> journal.fail(alone, "no", journal.clock.instant()));
        journal.database.inTransaction(() -> journal.replay.replay(alone, "olga"));

        assertThat(asked(any().state(EntryState.WAITING))).hasSize(1_000).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(asked(any().state(EntryState.WAITING).domain("acme"))).hasSize(599).doesNotContain(between);
        assertThat(journal.database.inTransaction(() -> journal.replay.matching(any().state(EntryState.WAITING).filter())))
                .isEqualTo(2 * 599);
        assertThat(asked(any().state(EntryState.WAITING).eventId("done"))).isEmpty();
        assertThat(asked(any().state(EntryState.WAITING).eventId("e0").domain("acme"))).containsExactly(many.get(0));
    }

    private List<JournalRow> acme(PagePosition after) {
        return journal.database.inTransaction(() -> journal.search.latest(any().domain("acme").filter(), after, 4));
    }

    private void index() {
        journal.database.inTransaction(() -> journal.tally.sumUp());
    }

    private long notice() {
        journal.clock.move(Duration.ofSeconds(1));
        journal.receive(Product.MSP, List.of("{\"event_type\":\"RESELLER_INVOICE_PAID\"}"));
        return journal.recorded.fired().get(3).lots().get(0).id();
    }

    /** Half of what is asked for is indexed, or all, or nothing: none of that can be seen. */
    private List<Long> found(EventFilters filters) {
        var found = asked(filters);
        index();
        assertThat(asked(filters)).as("when it is indexed").isEqualTo(found);
        return found;
    }

    private List<Long> asked(EventFilters filters) {
        return journal.database.inTransaction(() -> journal.search.latest(filters.filter(), null, 1000)).stream()
                .map(JournalRow::id).toList();
    }
}
