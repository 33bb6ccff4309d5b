package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.chaos.FreshDirectory;
import org.egnytereceiver.chaos.PostgreSql;
import org.egnytereceiver.chaos.ServerScript;

/**
 * All that runs: a PostgreSQL that syncs each commit, a broker in a process of its own as in production, an application
 * that subscribes to the topic, and the two contenders, of which one is idle while the other is measured.
 */
final class Estate implements AutoCloseable {

    /** The receiver counts what waits, so it is asked seldom while that is much. */
    private static final long MANY = 2_000;
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(50);

    /** What src/docs/performance.md tells to set: by default a burst makes a checkpoint every few seconds. */
    private static final String[] LARGE_BURSTS = {"max_wal_size=8GB", "min_wal_size=2GB", "checkpoint_timeout=15min"};

    private static final Duration LONGEST_INDEXING = Duration.ofMinutes(10);
    private static final Duration LATEST_MESSAGE = Duration.ofSeconds(30);

    private final PostgreSql database;
    private final Store store;
    private final Broker broker;
    private final Subscription subscription;
    private final Receiver receiver;
    private final Yardstick yardstick;

    private Estate(Path directory, Options options) throws IOException {
        database = PostgreSql.started(directory.resolve("database"), new Random(options.seed()), LARGE_BURSTS);
        store = new Store(database);
        broker = Broker.started(directory.resolve("broker"));
        subscription = Subscription.at(broker);
        var script = ServerScript.external(directory.resolve("external.asadmin"), database, broker,
                Server.built("egnyte-ra.rar"));
        receiver = Receiver.started(directory.resolve("receiver"), script, store, options.profile());
        yardstick = Yardstick.started(directory.resolve("yardstick"), script, store);
    }

    static Estate started(Path directory, Options options) throws IOException {
        FreshDirectory.at(directory);
        for (var name : List.of("receiver", "yardstick")) {
            Files.createDirectory(directory.resolve(name));
        }
        return new Estate(directory, options);
    }

    Store store() {
        return store;
    }

    Broker broker() {
        return broker;
    }

    Subscription subscription() {
        return subscription;
    }

    Receiver receiver() {
        return receiver;
    }

    Yardstick yardstick() {
        return yardstick;
    }

    List<Contender> contenders() {
        return List.of(receiver, yardstick);
    }

    /** @return whether everything was worked in that time; what was not is given up */
    boolean isWorked(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var open = receiver.backlog().map(Backlog::open).orElse(Long.MAX_VALUE);
            if (open == 0) {
                return true;
            }
            Moment.pass(open > MANY ? SELDOM : OFTEN);
        }
        receiver.abandon();
        return false;
    }

    /** Returns when searches find everything in their index: what is left to do there would slow down what comes next. */
    void awaitIndexed() {
        var deadline = System.nanoTime() + LONGEST_INDEXING.toNanos();
        while (store.count("journal_tally where first_entry is not null") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not indexed within " + LONGEST_INDEXING);
            }
            Moment.pass(SELDOM);
        }
    }

    /** Returns when the topic's subscriber has got so many events, or it is clear that it will not. */
    void awaitPublished(long events) {
        var deadline = System.nanoTime() + LATEST_MESSAGE.toNanos();
        while (subscription.published() < events && System.nanoTime() < deadline) {
            Moment.pass(Duration.ofMillis(50));
        }
    }

    @Override
    public void close() {
        subscription.close();
        receiver.server().stop();
        yardstick.server().stop();
        broker.stop();
        database.stop();
    }
}
