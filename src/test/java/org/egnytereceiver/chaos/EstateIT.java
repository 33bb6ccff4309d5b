package org.egnytereceiver.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Production in short: what two nodes do when one of them, the database or the broker is away, full, frozen or taken.
 * Nothing is started anew between the tests; after each, all that was ever acknowledged is compared.
 */
@Tag("own-server")
@TestInstance(Lifecycle.PER_CLASS)
class EstateIT {

    private static final int DATABASE_MEGABYTES = 400;
    private static final int BROKER_MEGABYTES = 100;
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG_ENOUGH_TO_SEE = Duration.ofSeconds(12);
    private static final int SENDERS = 16;
    private static final int ROUNDS = 20;
    private static final int EVENTS_PER_DELIVERY = 25;

    private final Random random = new Random(FaultSuite.seed());
    private Path directory;
    private Disk databaseDisk;
    private Disk brokerDisk;
    private ExternalEstate estate;
    private Ledger ledger = new Ledger();
    private Path report;

    @BeforeAll
    void start() {
        directory = FaultSuite.directory("estate");
        databaseDisk = Disk.mounted(directory.resolve(ExternalEstate.DATABASE), DATABASE_MEGABYTES);
        brokerDisk = Disk.mounted(directory.resolve(ExternalEstate.BROKER), BROKER_MEGABYTES);
        estate = ExternalEstate.started(directory, random);
    }

    @AfterAll
    void stop() {
        estate.stop();
        databaseDisk.close();
        brokerDisk.close();
    }

    @BeforeEach
    void turnThePage(TestInfo test) {
        ledger = ledger.nextPage();
        report = directory.resolve(test.getTestMethod().orElseThrow().getName() + ".txt");
    }

    @Test
    void sameDeliveriesAtTheSameMomentAreStoredOnceAndAllAcknowledged() throws Exception {
        var before = estate.nodes().get(0).stats();
        var pageBefore = ledger.nextPage();

        var answers = sendAtTheSameMoment();

        assertThat(answers).hasSize(SENDERS * ROUNDS).containsOnly(200);
        assertThat(ledger.stored() - pageBefore.stored()).isEqualTo(ROUNDS * EVENTS_PER_DELIVERY);
        assertThat(ledger.duplicates() - pageBefore.duplicates())
                .isEqualTo((SENDERS - 1) * ROUNDS * EVENTS_PER_DELIVERY);
        for (var node : estate.nodes()) {
            assertThat(grown("received", before, node.stats())).isEqualTo(SENDERS * ROUNDS * EVENTS_PER_DELIVERY);
            assertThat(grown("stored", before, node.stats())).isEqualTo(ROUNDS * EVENTS_PER_DELIVERY);
            assertThat(grown("quarantined", before, node.stats())).isZero();
        }
    }

    /** They are as many as may be stored at once, but one. */
    @Test
    void deliveriesThatHangInTheDatabaseHoldUpNoOther() throws Exception {
        var held = List.of("held-1", "held-2", "held-3");
        var address = estate.nodes().get(0).entrance();
        assertThat(new Entrance(ledger).deliver(address, held)).isEqualTo(200);
        var senders = Executors.newFixedThreadPool(held.size());
        try (var database = estate.database()) {
            database.setAutoCommit(false);
            remove(held, database);
            var sent = new ArrayList<Future<Integer>>();
            for (var id : held) {
                sent.add(senders.submit(() -> new Entrance(ledger).deliver(address, List.of(id))));
                awaitHanging(sent.size());
            }

            assertThat(new Entrance(ledger).deliver(address, List.of("free"))).isEqualTo(200);
            assertThat(sent).noneMatch(Future::isDone);

            database.rollback();
            for (var answer : sent) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void killsLoseNothingAndHaveNothingWorkedTwice() throws Exception {
        FaultSuite.verify(run().killEachKind(), report);
    }

    @Test
    void nodesRestartedOneAfterTheOtherLoseNothing() throws Exception {
        FaultSuite.verify(run().restartOneAfterTheOther(), report);
    }

    @Test
    void aBrokerThatIsAwayHoldsUpNoDelivery() throws Exception {
        verifyBacklog(estate.broker().away());
    }

    @Test
    void aBrokerWhoseDiskIsFullHoldsUpNoDelivery() throws Exception {
        brokerDisk.mustBeMounted();
        verifyBacklog(estate.broker().diskFull(brokerDisk));
    }

    @Test
    void aDatabaseThatIsAwayIsRefusedFor() throws Exception {
        verifyRefusal(estate.postgreSql().away());
    }

    @Test
    void aDatabaseThatNeverAnswersIsRefusedFor() throws Exception {
        verifyRefusal(estate.postgreSql().frozen());
    }

    @Test
    void aDatabaseThatIsReadOnlyIsRefusedFor() throws Exception {
        verifyRefusal(estate.postgreSql().readOnly());
    }

    @Test
    void aDatabaseWhoseConnectionsAreTakenIsRefusedFor() throws Exception {
        verifyRefusal(estate.postgreSql().taken());
    }

    @Test
    void aDatabaseWhoseDiskIsFullIsRefusedFor() throws Exception {
        databaseDisk.mustBeMounted();
        verifyRefusal(estate.postgreSql().diskFull(databaseDisk));
    }

    private void verifyBacklog(Outage outage) throws Exception {
        FaultSuite.verify(run().acknowledgingDuring(outage, LONG_ENOUGH_TO_SEE), report);
    }

    private void verifyRefusal(Outage outage) throws Exception {
        FaultSuite.verify(run().refusingDuring(outage, SHORT), report);
    }

    private FaultRun run() {
        return new FaultRun(estate, ledger, random.nextInt(1_000_000));
    }

    private List<Integer> sendAtTheSameMoment() throws Exception {
        var moment = new CyclicBarrier(SENDERS);
        var senders = Executors.newFixedThreadPool(SENDERS);
        try {
            var answers = new ArrayList<Integer>();
            for (var sent : senders.invokeAll(IntStream.range(0, SENDERS)
                    .<Callable<List<Integer>>>mapToObj(sender -> () -> sendAll(sender, moment)).toList())) {
                answers.addAll(sent.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }

    /** Every second one to the other node. */
    private List<Integer> sendAll(int sender, CyclicBarrier moment) throws Exception {
        var entrance = new Entrance(ledger);
        var node = estate.nodes().get(sender % estate.nodes().size());
        var answers = new ArrayList<Integer>();
        for (var round = 0; round < ROUNDS; round++) {
            var delivery = "same-" + round + "-";
            moment.await();
            answers.add(entrance.deliver(node.entrance(), IntStream.range(0, EVENTS_PER_DELIVERY)
                    .mapToObj(event -> delivery + event).toList()));
        }
        return answers;
    }

    /** Whoever stores one of them waits until it is clear whether it is gone. */
    private static void remove(List<String> ids, Connection database) throws SQLException {
        try (var statement = database.prepareStatement("delete from journal_entry where event_id = any(?)")) {
            statement.setArray(1, database.createArrayOf("varchar", ids.toArray()));
            assertThat(statement.executeUpdate()).isEqualTo(ids.size());
        }
    }

    private void awaitHanging(int deliveries) throws SQLException {
        try (var database = estate.database(); var statement = database.createStatement()) {
            await().until(() -> {
                try (var row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
                    return row.next() && row.getInt(1) == deliveries;
                }
            });
        }
    }

    private static int grown(String figure, JsonObject before, JsonObject after) {
        return after.getInt(figure) - before.getInt(figure);
    }
}
