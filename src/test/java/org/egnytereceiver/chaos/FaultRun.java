package org.egnytereceiver.chaos;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One run of the suite: deliveries, faults among them, and the comparison afterwards. */
final class FaultRun {

    private static final long SHORTEST_QUIET_MILLIS = 1_000;
    private static final long LONGEST_QUIET_MILLIS = 5_000;
    private static final long LONGEST_ABSENCE_MILLIS = 5_000;

    private final Estate estate;
    private final long seed;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final Instant begin = Instant.now();

    FaultRun(Estate estate, long seed) {
        this.estate = estate;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Kills what chance tells, sometimes a second part while the first one is away. */
    Report killAtRandom(int kills) throws Exception {
        return underLoad(() -> {
            for (var left = kills; left > 0; ) {
                var victims = victims(left);
                left -= victims.size();
                strike(victims);
            }
        });
    }

    /** Kills each part once, a node last: when it starts, it looks at once for all the work that was put off. */
    Report killEachKind() throws Exception {
        var parts = new ArrayList<>(estate.breakables());
        parts.removeAll(estate.nodes());
        Collections.shuffle(parts, random);
        parts.add(estate.nodes().get(0));
        return underLoad(() -> parts.forEach(part -> strike(List.of(part))));
    }

    private Report underLoad(Runnable faults) throws Exception {
        try (var subscriber = estate.subscriber()) {
            await().atMost(1, MINUTES).until(subscriber::isSubscribed);
            var sender = Sender.started(estate.nodes().stream().map(Node::entrance).toList(), ledger, seed);
            faults.run();
            pause(SHORTEST_QUIET_MILLIS);
            sender.finish();
            awaitWorked(subscriber);
            return report(subscriber);
        }
    }

    private List<Breakable> victims(int most) {
        var victims = new ArrayList<>(estate.breakables());
        Collections.shuffle(victims, random);
        return victims.subList(0, Math.min(victims.size(), Math.min(most, random.nextInt(4) == 0 ? 2 : 1)));
    }

    private void strike(List<Breakable> victims) {
        pause(SHORTEST_QUIET_MILLIS + random.nextLong(LONGEST_QUIET_MILLIS - SHORTEST_QUIET_MILLIS));
        for (var victim : victims) {
            ledger.happened(new Fault(victim.kind()));
            victim.kill();
            pause(random.nextLong(LONGEST_ABSENCE_MILLIS));
        }
        estate.breakables().stream().filter(victims::contains).forEach(Breakable::restart);
    }

    /** What is found too late, or not at all, the findings name. */
    private void awaitWorked(Subscriber subscriber) {
        try {
            await().atMost(4, MINUTES).pollInterval(1, SECONDS).ignoreExceptions().until(() -> isWorked(stats()));
            var processed = stats().getInt("processed");
            await().atMost(1, MINUTES).pollInterval(1, SECONDS).until(() -> subscriber.messages().size() >= processed);
        } catch (Exception late) {
            ledger.wrong("not everything was worked and published in time: " + late.getMessage());
        }
    }

    private static boolean isWorked(JsonObject stats) {
        return stats.getInt("waiting") == 0 && stats.getInt("retrying") == 0;
    }

    private JsonObject stats() throws Exception {
        return estate.nodes().get(0).stats();
    }

    private Report report(Subscriber subscriber) throws Exception {
        var stats = stats();
        subscriber.close();
        try (var database = estate.database()) {
            return new Report(estate.name(), seed, begin, ledger,
                    Findings.of(ledger, subscriber.messages(), stats, database));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(MILLISECONDS.toNanos(millis));
    }
}
