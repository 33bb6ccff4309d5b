package org.egnytereceiver.journal;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.egnytereceiver.journal.WiredJournal.event;
import static org.egnytereceiver.journal.WiredJournal.fileAdded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.delivery.Deliveries.Outcome;
import org.egnytereceiver.delivery.Deliveries;
import org.egnytereceiver.delivery.Delivery;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the journal promises, whatever stores it. */
abstract class JournalContract {

    /** Of their texts not every database column can hold all. */
    private static final String[] ODDITIES = {
        "{\"eventId\":\"a\",\"domain\":\"acme\",\"eventType\":\"fs:\\u0000\\ud83d\",\"timestamp\":-1.5}",
        "{\"eventId\":\"b\",\"domain\":\"acme\",\"eventType\":\"fs:add_file\",\"webhookId\":\"\\u0000\","
                + "\"user\":{\"username\":\"\\udc00\"},\"data\":{\"targetPath\":\"/a\\u0000b/\\ud83d/😀\"}}",
        "{\"eventId\":\"c\",\"domain\":\"acme\",\"eventType\":\"" + "ä".repeat(1000) + "\",\"timestamp\":1700000000.0004}"};

    WiredJournal journal;

    @BeforeEach
    void begin(RealDatabase database) {
        journal = new WiredJournal(database);
    }

    @Test
    void recordsTheFirstDelivery() {
        assertThat(journal.receive(event("acme", "1"))).isEqualTo(new Outcome(1, 0, 0));

        var row = journal.all().get(0);
        assertThat(row.eventId()).isEqualTo("1");
        assertThat(row.domain()).isEqualTo("acme");
        assertThat(row.type()).isEqualTo("fs:add_file");
        assertThat(row.family()).isEqualTo("fs");
        assertThat(row.known()).isTrue();
        assertThat(row.state()).isEqualTo(EntryState.WAITING);
        assertThat(row.timesSeen()).isOne();
        assertThat(row.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(row.receivedAt()).isEqualTo(journal.clock.instant());
        assertThat(journal.recorded.fired()).containsExactly(new EventsRecorded(List.of(new Lot(row.id(), 1))));
    }

    @Test
    void ignoresTheSecondDelivery() {
        var id = journal.receiveOne(event("acme", "1"));
        assertThat(journal.receive(event("acme", "1"))).isEqualTo(new Outcome(0, 1, 0));

        assertThat(journal.all()).extracting(JournalRow::id, JournalRow::timesSeen)
                .containsExactly(tuple(id, 2L));
        assertThat(journal.recorded.fired()).hasSize(1);
        assertThat(journal.conflicts.fired()).isEmpty();
    }

    @Test
    void keepsTheSameIdOfTwoDomainsApart() {
        assertThat(journal.receive(event("acme", "1"), event("apex", "1"))).isEqualTo(new Outcome(2, 0, 0));
    }

    @Test
    void storesWhatIsNewBesideWhatIsKnown() {
        journal.receive(event("acme", "2"));
        assertThat(journal.receive(event("acme", "1"), event("acme", "2"), event("acme", "3"))).isEqualTo(new Outcome(2, 1, 0));

        var ids = journal.all().stream().filter(row -> !row.eventId().equals("2")).map(JournalRow::id).sorted().toList();
        assertThat(journal.recorded.fired().get(1).lots()).extracting(Lot::events).containsExactly(2);
        assertThat(claimed(1)).extracting(StoredEvent::id).isEqualTo(ids);
    }

    @Test
    void storesARepetitionWithinOneDeliveryOnce() {
        assertThat(journal.receive(event("acme", "1"), event("acme", "2"), event("acme", "1"))).isEqualTo(new Outcome(2, 1, 0));
        assertThat(journal.all()).extracting(JournalRow::timesSeen).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void announcesAConflictAndKeepsTheFirst() {
        var id = journal.receiveOne(fileAdded("1", "/first"));
        var later = fileAdded("1", "/later");
        assertThat(journal.receive(later)).isEqualTo(new Outcome(0, 1, 0));

        assertThat(journal.conflicts.fired()).singleElement().satisfies(conflict -> {
            assertThat(conflict.raw()).isEqualTo(later);
            assertThat(conflict.delivery().receivedAt()).isEqualTo(journal.clock.instant());
        });
        assertThat(journal.details(id).raw()).isEqualTo(fileAdded("1", "/first"));
    }

    @Test
    void announcesAConflictWithinOneDelivery() {
        journal.receive(fileAdded("1", "/first"), fileAdded("1", "/later"));
        assertThat(journal.conflicts.fired()).extracting(ConflictFound::raw).containsExactly(fileAdded("1", "/later"));
    }

    @Test
    void seesNoConflictInAnotherSpellingOrRegistration() {
        journal.receive("{\"eventId\":\"1\",\"domain\":\"acme\",\"webhookId\":\"a\",\"n\":1.0}");
        assertThat(journal.receive("{ \"n\":1, \"webhookId\":\"b\", \"domain\":\"acme\", \"eventId\":\"\\u0031\" }"))
                .isEqualTo(new Outcome(0, 1, 0));
        assertThat(journal.conflicts.fired()).isEmpty();
    }

    @Test
    void remembersAnMspEventByWhatItSays() {
        var notice = "{\"event_type\":\"RESELLER_INVOICE_PAID\",\"reseller_code\":\"r\"}";
        var same = "{\"reseller_code\":\"r\", \"event_type\":\"RESELLER_INVOICE_PAID\"}";
        assertThat(journal.receive(Product.MSP, List.of(notice))).isEqualTo(new Outcome(1, 0, 0));
        assertThat(journal.receive(Product.MSP, List.of(same))).isEqualTo(new Outcome(0, 1, 0));
        assertThat(journal.all()).singleElement().satisfies(row -> {
            assertThat(row.domain()).isNull();
            assertThat(row.occurredAt()).isNull();
            assertThat(row.readable()).isFalse();
        });
    }

    @Test
    void keepsNothingOfADeliveryThatIsUndone() {
        assertThatThrownBy(() -> journal.database.doInTransaction(() -> {
            Deliveries.announce(Deliveries.of(Product.CONNECT, Instant.EPOCH, List.of(event("acme", "1"))), journal.journal::record);
            throw new IllegalStateException("another observer failed");
        })).hasMessage("another observer failed");

        assertThat(journal.all()).isEmpty();
        assertThat(sums()).containsOnly(0);
        assertThat(journal.receive(event("acme", "1"))).isEqualTo(new Outcome(1, 0, 0));
    }

    @Test
    void storesMoreEventsThanItTakesNumbersAtOnce() {
        var events = IntStream.range(0, 2_500).mapToObj(i -> event("acme", "e" + i)).toArray(String[]::new);
        assertThat(journal.receive(events)).isEqualTo(new Outcome(2_500, 0, 0));
        assertThat(journal.recorded.fired().get(0).lots()).extracting(Lot::events).hasSize(13).startsWith(200, 200).endsWith(100);
        assertThat(claimed(0)).extracting(StoredEvent::id).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    @Timeout(60)
    void storesEachEventOnceWhenEightDeliverTheSameInDifferentOrder() throws Exception {
        var seed = new Random().nextLong();
        var threads = Executors.newFixedThreadPool(8);
        var together = new CyclicBarrier(8);
        try {
            var outcomes = new ArrayList<Future<Outcome>>();
            for (var i = 0; i < 8; i++) {
                var order = new Random(seed + i);
                outcomes.add(threads.submit(() -> {
                    var sum = new Outcome(0, 0, 0);
                    for (var round = 0; round < 4; round++) {
                        sum = plus(sum, receive(shuffled(round, order), together));
                    }
                    return sum;
                }));
            }
            var sum = new Outcome(0, 0, 0);
            for (var outcome : outcomes) {
                sum = plus(sum, outcome.get(50, TimeUnit.SECONDS));
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(new Outcome(1_300, 8 * 4 * 400 - 1_300, 0));
            assertThat(journal.all()).as("seed %d", seed).hasSize(1_300);
            assertThat(sums()).as("seed %d", seed).startsWith(12_800, 1_300, 11_500, 0, 0);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same 400 events for everyone in the same round, 300 of them new, each time in an order of one's own. */
    private static List<String> shuffled(int round, Random order) {
        var events = IntStream.range(round * 300, round * 300 + 400).mapToObj(i -> event("acme", "e" + i))
                .collect(toCollection(ArrayList::new));
        Collections.shuffle(events, order);
        return events;
    }

    /** Begins when all the others have a connection as well. */
    private Outcome receive(List<String> events, CyclicBarrier together) {
        var delivery = Deliveries.of(Product.CONNECT, journal.clock.instant(), events);
        return journal.database.inTransaction(() -> {
            journal.tally.sums();
            await(together);
            return Deliveries.announce(delivery, journal.journal::record);
        });
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Outcome plus(Outcome one, Outcome other) {
        return new Outcome(one.stored() + other.stored(), one.duplicates() + other.duplicates(),
                one.quarantined() + other.quarantined());
    }

    @Test
    void keepsTheRawTextAsItWasSent() {
        for (var text : List.of("größe 漢字 😀", "\\u0000 \\ud83d \\\"", "\u007F\u0085\u2028\uFFFD", "' ; -- ${x} ?1 :y {z} \\\\")) {
            var raw = "{ \"eventId\" :\t\"" + text.hashCode() + "\",\r\n\"domain\":\"acme\",\"x\":\"" + text + "\" , \"n\": 1.50e+00}";
            assertThat(journal.details(journal.receiveOne(raw)).raw()).isEqualTo(raw);
        }
    }

    @Test
    void keepsARawTextOfThreeMebibytes() {
        var raw = "{\"eventId\":\"1\",\"domain\":\"acme\",\"x\":[\"" + "größe漢😀".repeat(60_000) + "\",\"" + "x".repeat(3 << 20) + "\"]}";
        assertThat(journal.details(journal.receiveOne(raw)).raw()).isEqualTo(raw);
        assertThat(journal.receive(raw, event("acme", "2"))).isEqualTo(new Outcome(1, 1, 0));
        assertThat(journal.conflicts.fired()).isEmpty();
    }

    @Test
    void replacesInAPathWhatNoColumnHolds() {
        var raw = "{\"eventId\":\"1\",\"domain\":\"acme\",\"eventType\":\"fs:add_file\",\"data\":{\"targetPath\":\"/a\\u0000b/\\ud83d/😀\"}}";
        var details = journal.details(journal.receiveOne(raw));
        assertThat(details.row().path()).isEqualTo("/a\uFFFDb/\uFFFD/😀");
        assertThat(details.raw()).isEqualTo(raw);
    }

    @Test
    void keepsNamesAsLongAsAnIdentityAllows() {
        var domain = "ä".repeat(1000);
        var id = "漢".repeat(1000);
        var row = journal.details(journal.receiveOne(event(domain, id))).row();
        assertThat(row.domain()).isEqualTo(domain);
        assertThat(row.eventId()).isEqualTo(id);
    }

    @Test
    void storesAnEventHoweverLongItsTypeIs() {
        for (var length : List.of(254, 255, 256, 1000, 100_000)) {
            var raw = "{\"eventId\":\"" + length + "\",\"domain\":\"acme\",\"eventType\":\"" + "ä".repeat(length) + "\"}";
            assertThat(journal.receive(raw)).as("%d", length).isEqualTo(new Outcome(1, 0, 0));
        }
    }

    @Test
    void claimsWhatWaits() {
        var id = journal.receiveOne(fileAdded("1", "/a"));
        var claimed = journal.database.inTransaction(() -> claim(id, 4711L));
        assertThat(claimed).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.raw()).isEqualTo(fileAdded("1", "/a"));
            assertThat(event.path()).isEqualTo("/a");
        });
    }

    @Test
    @Timeout(30)
    void doesNotClaimWhatAnotherHolds() {
        var first = journal.receiveOne(event("acme", "1"));
        var second = journal.receiveOne(event("acme", "2"));
        journal.database.doInTransaction(() -> {
            assertThat(claim(first)).hasSize(1);
            assertThat(meanwhile(() -> claim(first, second)))
                    .extracting(StoredEvent::id).containsExactly(second);
        });
        assertThat(meanwhile(() -> claim(first, second))).hasSize(2);
    }

    @Test
    void doesNotClaimWhatIsDoneDeadOrNotDue() {
        var done = journal.receiveOne(event("acme", "1"));
        var dead = journal.receiveOne(event("acme", "2"));
        var retrying = journal.receiveOne(event("acme", "3"));
        journal.database.doInTransaction(() -> {
            journal.work(done);
            journal.bury(dead, "no way");
            journal.fail(retrying, "not yet", journal.clock.instant().plusSeconds(10));
        });

        assertThat(meanwhile(() -> claim(done, dead, retrying))).isEmpty();
        journal.clock.move(Duration.ofSeconds(10));
        assertThat(meanwhile(() -> claim(done, dead, retrying)))
                .extracting(StoredEvent::id).containsExactly(retrying);
    }

    @Test
    void refusesAStateThatMayNotFollow() {
        var id = journal.receiveOne(event("acme", "1"));
        var claim = journal.database.inTransaction(() -> journal.progress.claim(List.of(id)));
        step(() -> journal.progress.processed(claim, claim.events()));

        assertThatThrownBy(() -> step(() -> journal.progress.processed(claim, claim.events()))).isInstanceOf(IllegalStateException.class);
        step(() -> journal.replay.replay(id, "operator"));
        step(() -> journal.work(id));
        assertThatThrownBy(() -> step(() -> journal.progress.buried(id, "late"))).isInstanceOf(IllegalStateException.class);
        assertThat(journal.details(id).row().attempts()).isEqualTo(1);
        assertThat(journal.details(id).history()).extracting(JournalNote::kind)
                .containsExactly("RECEIVED", "PROCESSED", "REPLAYED", "PROCESSED");
    }

    @Test
    void countsWhatIsStillToBeWorked() {
        var waiting = journal.receiveOne(event("acme", "1"));
        var done = journal.receiveOne(event("acme", "2"));
        var later = journal.receiveOne(event("acme", "3"));
        step(() -> journal.work(done));
        step(() -> journal.fail(later, "not yet", journal.clock.instant().plusSeconds(5)));

        assertThat(open(waiting, done, later, 4711L)).isEqualTo(1);
        journal.clock.move(Duration.ofSeconds(5));
        assertThat(open(waiting, done, later, 4711L)).isEqualTo(2);
    }

    private int open(Long... ids) {
        return journal.database.inTransaction(() -> journal.progress.open(List.of(ids)));
    }

    @Test
    void tellsWhatWaitsOfANodeWhoseClockWasFast() {
        journal.clock.move(Duration.ofHours(1));
        var ahead = journal.receiveOne(event("acme", "from the future"));
        journal.clock.move(Duration.ofHours(-1));
        var now = journal.clock.instant();
        journal.receiveOne(event("acme", "not yet"));
        assertThat(waiting(0, now, 10)).extracting(Lot::id).containsExactly(ahead);
        assertThat(waiting(ahead, now, 10)).isEmpty();
    }

    @Test
    void tellsTheStoryOfAnEvent() {
        var id = journal.receiveOne(event("acme", "1"));
        step(() -> journal.fail(id, "broken\u0000 " + "x".repeat(3000), journal.clock.instant()));
        step(() -> journal.work(id));
        journal.clock.move(Duration.ofSeconds(1));
        journal.receive(event("acme", "1"));

        var details = journal.details(id);
        assertThat(details.history()).extracting(JournalNote::kind).containsExactly("RECEIVED", "FAILED", "PROCESSED", "SEEN_AGAIN");
        assertThat(details.history().get(1).detail()).startsWith("broken\uFFFD xxx").endsWith("x…").hasSize(2000);
        assertThat(details.row().attempts()).isEqualTo(2);
        assertThat(details.row().state()).isEqualTo(EntryState.PROCESSED);
    }

    @Test
    void tellsWhatWaitsInTheOrderOfReceipt() {
        var ids = IntStream.range(0, 5).mapToObj(i -> journal.receiveOne(event("acme", "e" + i))).toList();
        step(() -> journal.work(ids.get(1)));
        var before = journal.clock.instant();
        assertThat(waiting(0, before, 2)).extracting(Lot::id).containsExactly(ids.get(0), ids.get(2));
        assertThat(waiting(ids.get(2), before, 10)).extracting(Lot::id).containsExactly(ids.get(3), ids.get(4));
        assertThat(waiting(0, before.minusSeconds(2), 10)).extracting(Lot::id).containsExactly(ids.get(0), ids.get(2));
    }

    @Test
    void tellsWhatFailedOnceItIsDue() {
        var id = journal.receiveOne(event("acme", "1"));
        step(() -> journal.fail(id, "not yet", journal.clock.instant().plusSeconds(5)));
        assertThat(journal.database.inTransaction(() -> journal.progress.due(10))).isEmpty();
        journal.clock.move(Duration.ofSeconds(5));
        assertThat(journal.database.inTransaction(() -> journal.progress.due(10))).containsExactly(new Lot(id, 1));
    }

    @Test
    void bringsADeadEventBackToLifeWithAFreshCount() {
        var id = journal.receiveOne(event("acme", "1"));
        step(() -> journal.bury(id, "no way"));
        assertThat(journal.database.inTransaction(() -> journal.replay.replay(id, "operator"))).isTrue();

        var details = journal.details(id);
        assertThat(details.row().state()).isEqualTo(EntryState.WAITING);
        assertThat(details.row().attempts()).isZero();
        assertThat(details.history()).extracting(JournalNote::kind).containsExactly("RECEIVED", "FAILED", "REPLAYED");
        assertThat(details.history().get(2).author()).isEqualTo("operator");
        assertThat(journal.recorded.fired()).last().isEqualTo(new EventsRecorded(List.of(new Lot(id, 1))));
    }

    @Test
    void remembersThatAReplayedEventWasProcessedBefore() {
        var id = journal.receiveOne(event("acme", "1"));
        step(() -> journal.work(id));
        step(() -> journal.replay.replay(id, "operator"));
        step(() -> journal.work(id));
        assertThat(journal.details(id).history()).extracting(JournalNote::kind)
                .containsExactly("RECEIVED", "PROCESSED", "REPLAYED", "PROCESSED");
    }

    @Test
    void replaysNoEventThatDoesNotExist() {
        assertThat(journal.database.inTransaction(() -> journal.replay.replay(4711, "operator"))).isFalse();
    }

    @Test
    void replaysAllThatMatchAndNothingElse() {
        journal.receive(Product.CONNECT, IntStream.range(0, 1500).mapToObj(i -> event("acme", "e" + i)).toList());
        journal.receiveOne(event("other", "1"));
        journal.clock.move(Duration.ofSeconds(1));
        var filter = EventFilters.any().domain("acme").filter();
        assertThat(journal.database.inTransaction(() -> journal.replay.matching(filter))).isEqualTo(1500);

        var replayed = 0;
        for (var at = journal.replay.start(); at != null; ) {
            var from = at;
            var part = journal.database.inTransaction(() -> journal.replay.next(filter, from, "operator"));
            replayed += part.replayed();
            at = part.reached();
        }
        assertThat(replayed).isEqualTo(1500);
    }

    @Test
    void tellsDeliveriesOfOneTransactionApart() {
        journal.receive(event("acme", "1"));
        var now = journal.clock.instant();
        var outcomes = journal.database.inTransaction(() -> Deliveries.announce(List.of(
                Deliveries.of(Product.CONNECT, now, List.of(event("acme", "1"), event("acme", "2"))),
                Deliveries.of(Product.CONNECT, now, List.of(event("acme", "2"))),
                Deliveries.of(Product.CONNECT, now, List.of(event("acme", "3")))), journal.journal::record));
        assertThat(outcomes).containsExactly(new Outcome(1, 1, 0), new Outcome(0, 1, 0), new Outcome(1, 0, 0));
        assertThat(sums()).startsWith(5, 3, 2);
    }

    @Test
    void addsUpWhatTheEntranceDid() {
        journal.receive(event("acme", "1"), event("acme", "2"));
        journal.receive(event("acme", "2"), event("acme", "3"));
        journal.receive(fileAdded("3", "/other"));
        journal.receive();
        assertThat(sums()).containsExactly(5, 3, 2, 0, 1, 0, 0, 0);
    }

    @Test
    @Timeout(30)
    void keepsTheSumsWhenItSumsUp() {
        IntStream.range(0, 5).forEach(i -> journal.receiveOne(event("acme", "e" + i)));
        journal.database.doInTransaction(() -> {
            journal.tally.sumUp();
            meanwhile(() -> {
                journal.tally.sumUp();
                return null;
            });
        });
        assertThat(sums()).startsWith(5, 5, 0);
        step(() -> journal.tally.sumUp());
        assertThat(sums()).startsWith(5, 5, 0);
        assertThat((Number) journal.database.inTransaction(() -> journal.tally.journal
                .createNativeQuery("select count(*) from journal_tally").getSingleResult())).extracting(Number::intValue).isEqualTo(1);
    }

    @Test
    void indexesWhatNodesWithClocksApartHaveStored() {
        journal.receiveOne(event("acme", "1"));
        journal.clock.move(Duration.ofHours(1));
        var between = journal.receiveOne(event("acme", "2"));
        step(() -> journal.tally.journal.createNativeQuery("delete from journal_tally where first_entry = " + between)
                .executeUpdate());
        journal.clock.move(Duration.ofHours(1));
        journal.receiveOne(event("acme", "3"));
        journal.database.inTransaction(() -> journal.tally.sumUp());

        assertThat((List<?>) journal.database.inTransaction(() -> journal.search.journal
                .createNativeQuery("""
                        select e.event_id from journal_search s join journal_entry e on e.id = s.entry_id order by e.id""")
                .getResultList()))
                .as("what lies between two ranges is not part of them").isEqualTo(List.of("1", "3"));
    }

    @Test
    void knowsItsFigures() {
        var done = journal.receiveOne(event("acme", "1"));
        var dead = journal.receiveOne(event("acme", "2"));
        var retrying = journal.receiveOne(event("acme", "3"));
        journal.receiveOne(event("acme", "4"));
        journal.database.doInTransaction(() -> {
            journal.work(done);
            journal.bury(dead, "no way");
            journal.fail(retrying, "not yet", journal.clock.instant());
        });
        journal.clock.move(Duration.ofSeconds(17));

        assertThat(journal.database.inTransaction(journal.statistics::figures))
                .isEqualTo(new Figures(4, 4, 0, 0, 0, 1, 1, 1, 1, 0, 17));
    }

    @Test
    void letsGoOfWhatIsProcessedAndOldOnly() {
        var old = journal.receiveOne(event("acme", "1"));
        var waiting = journal.receiveOne(event("acme", "2"));
        journal.receive(event("acme", "1"));
        journal.clock.move(Duration.ofDays(90));
        var young = journal.receiveOne(event("acme", "3"));
        step(() -> journal.work(old, young));

        journal.database.inTransaction(journal.retention::removeExpired);
        assertThat(journal.all()).as("what is not indexed yet stays").hasSize(3);
        journal.database.inTransaction(journal.tally::sumUp);
        assertThat(journal.database.inTransaction(journal.retention::removeExpired)).isFalse();
        assertThat(journal.all()).extracting(JournalRow::id).containsExactly(young, waiting);
        assertThat((List<?>) journal.database.inTransaction(() -> journal.search.journal
                .createNativeQuery("select entry_id from journal_search order by entry_id desc").getResultList()))
                .extracting(id -> ((Number) id).longValue()).containsExactly(young, waiting);
        assertThat(sums()).containsExactly(4, 3, 1, 0, 0, 0, 1, 1);
        assertThat(journal.database.inTransaction(journal.statistics::figures).processed()).isOne();
    }

    @Test
    void knowsWhatWaitsWhenItIsTooMuchToCount() {
        journal.receive(IntStream.range(0, 6_000).mapToObj(i -> event("acme", "a" + i)).toArray(String[]::new));
        journal.receive(IntStream.range(0, 6_000).mapToObj(i -> event("acme", "b" + i)).toArray(String[]::new));
        assertThat(journal.figures().waiting()).isEqualTo(12_000);
        var ids = journal.database.inTransaction(() -> journal.progress.part(Stream.of(0, 1).flatMap(this::lots).toList()));
        step(() -> journal.work(ids.subList(0, 7).toArray(Long[]::new)));
        step(() -> journal.fail(ids.get(7), "not yet", Instant.parse("2030-01-01T00:00:00Z")));
        step(() -> journal.progress.again(ids.subList(5, 9), "tester"));
        assertThat(journal.figures().waiting()).isEqualTo(12_000 - 5);
        assertThat(journal.figures().processed()).isEqualTo(5);
    }

    @Test
    void worksTogetherWhatCameTogether() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"), event("acme", "3"));
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).containsExactly(new Lot(lot, 3));
        assertThat(open(lot)).isOne();
        assertThat(journal.all()).extracting(JournalRow::state, JournalRow::attempts).containsOnly(tuple(EntryState.WAITING, 0));

        step(() -> journal.work(lot));
        assertThat(journal.all()).hasSize(3).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(EntryState.PROCESSED);
            assertThat(row.attempts()).isOne();
            assertThat(journal.details(row.id()).history()).extracting(JournalNote::kind).containsExactly("RECEIVED", "PROCESSED");
        });
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).isEmpty();
        assertThat(open(lot)).isZero();
        assertThat(journal.figures().processed()).isEqualTo(3);
    }

    @Test
    void worksWhatItHasJustStoredAsItIsInTheJournal() {
        var lots = new TreeSet<Long>();
        lots.add(journal.receiveOne(Stream.concat(
                Stream.of(ConnectEventType.values()).map(Fixtures::connect), Stream.of(ODDITIES)).toArray(String[]::new)));
        journal.clock.move(Duration.ofNanos(123_456));
        journal.receive(Product.MSP, Stream.of(MspEventType.values()).map(Fixtures::msp).toList());
        journal.recorded.fired().get(1).lots().forEach(lot -> lots.add(lot.id()));
        journal.begun.fired().forEach(journal.fresh::keep);

        var fresh = journal.database.inTransaction(() -> journal.progress.claim(lots));
        assertThat(fresh.events().get(0)).as("taken from memory")
                .isSameAs(journal.begun.fired().get(0).lots().get(0).events().get(0));
        var read = journal.database.inTransaction(() -> journal.progress.claim(lots));
        assertThat(fresh.events()).hasSize(ConnectEventType.values().length + ODDITIES.length + MspEventType.values().length)
                .isEqualTo(read.events());
        assertThat(fresh).isEqualTo(read);
    }

    /** The second lot begins with an event that was received before those of the first. */
    @Test
    void worksWhatSeveralDeliveriesBroughtTogetherAsItIsInTheJournal() {
        journal.receive(event("acme", "0"));
        journal.begun.fired().clear();
        var now = journal.clock.instant();
        journal.database.doInTransaction(() -> Deliveries.announce(List.of(
                deliveredTo("hr", now, IntStream.concat(IntStream.range(0, 150), IntStream.of(1))),
                deliveredTo("default", now.minusMillis(5), IntStream.range(100, 300))), journal.journal::record));
        var lots = lots(1).toList();
        assertThat(lots).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());

        journal.begun.fired().forEach(journal.fresh::keep);
        var fresh = journal.database.inTransaction(() -> journal.progress.claim(lots));
        assertThat(fresh.events().get(0)).as("taken from memory")
                .isSameAs(journal.begun.fired().get(0).lots().get(1).events().get(0));
        var read = journal.database.inTransaction(() -> journal.progress.claim(lots));
        assertThat(fresh.events()).hasSize(299).isEqualTo(read.events());
        assertThat(fresh).isEqualTo(read);

        for (var kept : journal.begun.fired().get(0).lots()) {
            journal.fresh.keep(new FreshLots.Begun(List.of(kept)));
            var mixed = journal.database.inTransaction(() -> journal.progress.claim(lots));
            assertThat(mixed).isEqualTo(read);
            assertThat(mixed.events()).filteredOn(event -> kept.events().stream().anyMatch(own -> own == event))
                    .as("taken from memory").hasSameSizeAs(kept.events());
        }

        journal.begun.fired().forEach(journal.fresh::keep);
        step(() -> journal.progress.processed(journal.progress.claim(lots), fresh.events().subList(0, 120)));
        assertThat(journal.all().stream().filter(row -> row.state() == EntryState.PROCESSED).map(JournalRow::id))
                .containsExactlyInAnyOrderElementsOf(fresh.events().subList(0, 120).stream().map(StoredEvent::id).toList());
    }

    private static Delivery deliveredTo(String feed, Instant receivedAt, IntStream ids) {
        var read = Deliveries.of(Product.CONNECT, receivedAt, ids.mapToObj(id -> event("acme", "" + id)).toList());
        return new Delivery(feed, read.product(), receivedAt, "00-" + feed, read.events(), List.of());
    }

    @Test
    @Timeout(30)
    void takesNothingFromMemoryThatAnotherWorkerHolds() {
        var lot = journal.receiveOne(event("acme", "1"));
        journal.database.doInTransaction(() -> {
            assertThat(claim(lot)).hasSize(1);
            journal.begun.fired().forEach(journal.fresh::keep);
            assertThat(meanwhile(() -> claim(lot))).isEmpty();
        });
        assertThat(journal.fresh.take(List.of(lot))).containsOnlyKeys(lot);
    }

    /** One that nobody counted would else be settled with its lot, and never be worked. */
    @Test
    void workIsRefusedOfALotThatHoldsMoreThanItSays() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        step(() -> journal.lots.journal.createNativeQuery("update journal_lot set events = 1").executeUpdate());

        assertThatThrownBy(() -> journal.database.inTransaction(() -> claim(lot)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("more events");
    }

    @Test
    void leavesToTheNextStepWhatAStepHadNoTimeFor() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"), event("acme", "3"));
        var left = journal.database.inTransaction(() -> {
            var claim = journal.progress.claim(List.of(lot));
            return journal.progress.processed(claim, claim.events().subList(0, 1));
        });

        assertThat(left).hasSize(2).doesNotContain(lot);
        assertThat(journal.all()).extracting(JournalRow::state)
                .containsExactly(EntryState.WAITING, EntryState.WAITING, EntryState.PROCESSED);
        assertThat(journal.figures().waiting()).isEqualTo(2);
        step(() -> journal.work(left.toArray(Long[]::new)));
        assertThat(journal.figures().processed()).isEqualTo(3);
    }

    @Test
    void partsWhatCannotBeWorkedTogether() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        var events = journal.database.inTransaction(() -> journal.progress.part(List.of(lot)));
        step(() -> journal.fail(events.get(0), "no", journal.clock.instant().plusSeconds(60)));
        step(() -> journal.work(events.get(1)));

        assertThat(journal.all()).extracting(JournalRow::state).containsExactly(EntryState.PROCESSED, EntryState.RETRYING);
        assertThat(journal.database.inTransaction(() -> journal.progress.part(List.of(lot)))).as("it is not due").isEmpty();
        assertThat(journal.figures()).extracting(Figures::waiting, Figures::processed, Figures::retrying).containsExactly(0L, 1L, 1L);
    }

    @Test
    void partsALotWhenOneOfItsEventsIsClaimedAlone() {
        journal.receiveOne(event("acme", "1"), event("acme", "2"));
        var second = journal.all().get(0).id();
        assertThat(journal.database.inTransaction(() -> journal.progress.claimAlone(second))).isTrue();
        step(() -> journal.work(second));
        assertThat(journal.database.inTransaction(() -> journal.progress.claimAlone(second))).isFalse();
        assertThat(journal.all()).extracting(JournalRow::state).containsExactly(EntryState.PROCESSED, EntryState.WAITING);
    }

    @Test
    @Timeout(30)
    void partsNoLotThatAnotherHolds() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        journal.database.doInTransaction(() -> {
            assertThat(claim(lot)).hasSize(2);
            assertThat(meanwhile(() -> journal.progress.part(List.of(lot)))).isEmpty();
            assertThat(meanwhile(() -> journal.progress.claimAlone(lot))).isFalse();
        });
        assertThat(meanwhile(() -> claim(lot))).hasSize(2);
    }

    @Test
    void replaysOneEventOfALotAlone() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"), event("acme", "3"));
        step(() -> journal.work(lot));
        assertThat(journal.database.inTransaction(() -> journal.replay.replay(lot, "operator"))).isTrue();

        assertThat(journal.all()).extracting(JournalRow::state)
                .containsExactly(EntryState.PROCESSED, EntryState.PROCESSED, EntryState.WAITING);
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).containsExactly(new Lot(lot, 1));
        assertThat(meanwhile(() -> claim(lot))).as("the number of the lot is that of its first event").hasSize(1);
        step(() -> journal.work(lot));
        assertThat(journal.details(lot).history()).extracting(JournalNote::kind)
                .containsExactly("RECEIVED", "PROCESSED", "REPLAYED", "PROCESSED");
        assertThat(journal.figures()).extracting(Figures::waiting, Figures::processed).containsExactly(0L, 3L);
    }

    @Test
    void leavesALotTogetherThatWaitsWhenOneOfItsEventsIsReplayed() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        var second = journal.all().get(0).id();
        assertThat(journal.database.inTransaction(() -> journal.replay.replay(second, "operator"))).isTrue();
        assertThat(journal.recorded.fired()).last().isEqualTo(new EventsRecorded(List.of(new Lot(lot, 2))));
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).containsExactly(new Lot(lot, 2));
        assertThat(journal.details(second).history()).extracting(JournalNote::kind).containsExactly("RECEIVED", "REPLAYED");
        assertThat(journal.details(lot).history()).extracting(JournalNote::kind).containsExactly("RECEIVED");
        assertThat(journal.figures().waiting()).isEqualTo(2);
    }

    @Test
    void partsOnlyTheLotThatAStepDidNotEnd() {
        var first = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        var second = journal.receiveOne(event("acme", "3"), event("acme", "4"));
        var third = journal.receiveOne(event("acme", "5"), event("acme", "6"));
        var left = journal.database.inTransaction(() -> {
            var claim = journal.progress.claim(List.of(first, second, third));
            return journal.progress.processed(claim, claim.events().subList(0, 3));
        });

        assertThat(left).hasSize(2).contains(third).doesNotContain(second);
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).extracting(Lot::events).containsExactly(1, 2);
        step(() -> journal.work(left.toArray(Long[]::new)));
        assertThat(journal.figures()).extracting(Figures::waiting, Figures::processed).containsExactly(0L, 6L);
    }

    @Test
    void offersNoMoreEventsThanItIsAskedFor() {
        var lots = IntStream.range(0, 3).mapToObj(i -> journal.receiveOne(event("acme", "a" + i), event("acme", "b" + i))).toList();
        var later = journal.clock.instant().plusSeconds(1);
        assertThat(waiting(0, later, 4)).extracting(Lot::id).isEqualTo(lots.subList(0, 2));
        assertThat(waiting(0, later, 1)).as("one in any case").extracting(Lot::id).isEqualTo(lots.subList(0, 1));
    }

    /** Versions before V0008 knew no lots. */
    @Test
    void knowsEventsThatAreInNoLot() {
        var waiting = journal.receiveOne(event("acme", "1"));
        var done = journal.receiveOne(event("acme", "2"));
        journal.database.inTransaction(() -> journal.progress.part(List.of(waiting, done)));
        step(() -> List.of("delete from journal_lot", "update journal_entry set lot = null")
                .forEach(sql -> journal.lots.journal.createNativeQuery(sql).executeUpdate()));
        step(() -> journal.work(done));

        assertThat(journal.all()).extracting(JournalRow::state).containsExactly(EntryState.PROCESSED, EntryState.WAITING);
        assertThat(journal.figures()).extracting(Figures::waiting, Figures::processed).containsExactly(1L, 1L);
        assertThat(waiting(0, journal.clock.instant().plusSeconds(1), 10)).containsExactly(new Lot(waiting, 1));
        assertThat(journal.database.inTransaction(() -> journal.progress.claimAlone(waiting))).isTrue();
        assertThat(journal.database.inTransaction(() -> journal.replay.replay(done, "operator"))).isTrue();
        step(() -> journal.work(waiting, done));
        journal.database.inTransaction(journal.tally::sumUp);
        journal.clock.move(Duration.ofDays(91));
        journal.database.inTransaction(journal.retention::removeExpired);
        assertThat(journal.all()).isEmpty();
        assertThat(journal.figures().processed()).isZero();
    }

    @Test
    void putsNoMoreIntoALotThanFitsIntoMemory() {
        var large = "x".repeat(400_000);
        journal.receive(IntStream.range(0, 5).mapToObj(i -> fileAdded("e" + i, "/" + large)).toArray(String[]::new));
        assertThat(journal.recorded.fired().get(0).lots()).extracting(Lot::events).containsExactly(2, 2, 1);
    }

    @Test
    void claimsNoMoreAtOnceThanFitsIntoMemory() {
        var large = "x".repeat(1_000_000);
        journal.receive(IntStream.range(0, 6).mapToObj(i -> fileAdded("e" + i, "/" + large)).toArray(String[]::new));
        var lots = lots(0).toList();
        var claim = journal.database.inTransaction(() -> journal.progress.claim(lots));
        assertThat(claim.events()).hasSize(4);
        assertThat(claim.left()).isEqualTo(lots.subList(4, 6));

        var events = journal.database.inTransaction(() -> journal.progress.part(lots));
        var own = journal.database.inTransaction(() -> journal.progress.claim(events));
        assertThat(own.events()).hasSize(4);
        assertThat(own.left()).isEqualTo(events.subList(4, 6));
    }

    @Test
    void letsGoOfALotWithTheLastOfItsEvents() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        step(() -> journal.work(lot));
        journal.database.inTransaction(() -> journal.replay.replay(lot, "operator"));
        journal.database.inTransaction(journal.tally::sumUp);
        journal.clock.move(Duration.ofDays(91));

        journal.database.inTransaction(journal.retention::removeExpired);
        assertThat(journal.all()).extracting(JournalRow::id).as("what waits is kept").containsExactly(lot);
        assertThat(lotRows()).isOne();
        step(() -> journal.work(lot));
        journal.database.inTransaction(journal.retention::removeExpired);
        assertThat(journal.all()).isEmpty();
        assertThat(lotRows()).isZero();
        assertThat(journal.figures().processed()).isZero();
    }

    @Test
    @Timeout(30)
    void letsGoOfNothingThatIsBeingReplayed() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        step(() -> journal.work(lot));
        journal.database.inTransaction(journal.tally::sumUp);
        journal.clock.move(Duration.ofDays(91));
        journal.database.doInTransaction(() -> {
            journal.replay.replay(lot, "operator");
            meanwhile(journal.retention::removeExpired);
        });
        assertThat(journal.all()).extracting(JournalRow::state).containsExactly(EntryState.PROCESSED, EntryState.WAITING);
    }

    @Test
    @Timeout(30)
    void countsOnceWhatTwoNodesLetGoOfAtTheSameTime() {
        var lot = journal.receiveOne(event("acme", "1"), event("acme", "2"));
        step(() -> journal.work(lot));
        journal.database.inTransaction(journal.tally::sumUp);
        journal.clock.move(Duration.ofDays(91));
        journal.database.doInTransaction(() -> {
            journal.retention.removeExpired();
            meanwhile(journal.retention::removeExpired);
        });
        assertThat(sums()[Tally.EXPIRED]).isEqualTo(2);
        assertThat(sums()[Tally.PROCESSED]).isZero();
    }

    private int lotRows() {
        return journal.database.inTransaction(() -> ((Number) journal.lots.journal
                .createNativeQuery("select count(*) from journal_lot").getSingleResult()).intValue());
    }

    /** @return the lots of that delivery */
    private Stream<Long> lots(int delivery) {
        return journal.recorded.fired().get(delivery).lots().stream().map(Lot::id);
    }

    private List<StoredEvent> claimed(int delivery) {
        return journal.database.inTransaction(() -> claim(lots(delivery).toArray(Long[]::new)));
    }

    private List<StoredEvent> claim(Long... ids) {
        return journal.progress.claim(List.of(ids)).events();
    }

    @Test
    void indexesMoreEventsThanOneTransactionTakesInSeveral() {
        for (var delivery : List.of("a", "b", "c")) {
            journal.receive(IntStream.range(0, 450).mapToObj(i -> event("acme", delivery + i)).toArray(String[]::new));
            journal.clock.move(Duration.ofMillis(100));
        }
        assertThat(journal.database.inTransaction(journal.tally::sumUp)).isTrue();
        assertThat(indexed()).isEqualTo(900);
        assertThat(journal.database.inTransaction(journal.tally::sumUp)).isFalse();
        assertThat(indexed()).isEqualTo(1_350);
        assertThat(sums()).startsWith(1_350, 1_350);
    }

    private int indexed() {
        return journal.database.inTransaction(() -> ((Number) journal.tally.journal
                .createNativeQuery("select count(*) from journal_search").getSingleResult()).intValue());
    }

    private long[] sums() {
        return journal.database.inTransaction(journal.tally::sums);
    }

    private List<Lot> waiting(long after, Instant before, int limit) {
        return journal.database.inTransaction(() -> journal.progress.waiting(after, before, before.plusSeconds(15), limit));
    }

    private void step(Runnable work) {
        journal.clock.move(Duration.ofSeconds(1));
        journal.database.doInTransaction(work);
    }

    /** On another thread, in another transaction. */
    private <T> T meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> journal.database.inTransaction(work)).orTimeout(20, TimeUnit.SECONDS).join();
    }
}
