package org.egnytereceiver.chaos;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Estate estate;
    private final Ledger ledger;
    private final long seed;
    private final Random random;
    private final Entrance probe;
    private final Instant begin = Instant.now();
    private Duration patience = PATIENCE;
    private int probes;

    /** @param ledger has all that was ever sent to this estate */
    FaultRun(Estate estate, Ledger ledger, long seed) {
        this.estate = estate;
        this.ledger = ledger;
        this.seed = seed;
        this.random = new Random(seed);
        this.probe = new Entrance(ledger);
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

    /** Stops each node in good order and starts it again, one after the other. */
    Report restartOneAfterTheOther() throws Exception {
        return underLoad(() -> {
            for (var node : estate.nodes()) {
                pause(SHORTEST_QUIET_MILLIS);
                ledger.happened(new Fault("node, stopped", System.nanoTime()));
                if (!node.stop()) {
                    ledger.wrong("a node had to be killed, since it did not stop");
                }
                node.restart();
            }
        });
    }

    /** While this lasts every node refuses, and serves again when it is over. */
    Report refusingDuring(Outage outage, Duration length) throws Exception {
        return underLoad(() -> outlast(outage, () -> {
            awaitAll(503, "during: " + outage.kind());
            pause(length.toMillis());
        }));
    }

    /** While this lasts every node goes on acknowledging, and what is put off can be seen and is worked off later. */
    Report acknowledgingDuring(Outage outage, Duration length) throws Exception {
        patience = PATIENCE.plus(length);
        return underLoad(() -> {
            outlast(outage, () -> watchBacklog(outage, length));
            if (ledger.answers().size() > 1) {
                ledger.wrong("not only 200: " + ledger.answers());
            }
        });
    }

    private void outlast(Outage outage, Runnable meanwhile) {
        outage.begin().run();
        try {
            meanwhile.run();
        } finally {
            outage.end().run();
        }
        ledger.happened(new Fault("end of: " + outage.kind(), System.nanoTime()));
        awaitAll(200, "after: " + outage.kind());
    }

    private void awaitAll(int status, String when) {
        estate.nodes().forEach(node -> await(when).atMost(2, MINUTES).until(() -> status(node) == status));
    }

    private void watchBacklog(Outage outage, Duration length) {
        var waiting = 0;
        var oldest = 0;
        for (var end = Instant.now().plus(length); Instant.now().isBefore(end); pause(SHORTEST_QUIET_MILLIS)) {
            estate.nodes().forEach(this::status);
            waiting = Math.max(waiting, stats().getInt("waiting"));
            oldest = Math.max(oldest, stats().getInt("oldestWaitingSeconds"));
        }
        ledger.remark(outage.kind() + " for", length.toSeconds() + " s");
        ledger.remark("most waiting", waiting + ", the oldest for " + oldest + " s");
        if (waiting == 0 || oldest == 0) {
            ledger.wrong("the figures did not show that work was put off");
        }
    }

    /** Sends one event that is new, and only once. */
    private int status(Node node) {
        return probe.deliver(node.entrance(), List.of("probe-" + seed + "-" + probes++));
    }

    private Report underLoad(Runnable faults) throws Exception {
        await().atMost(1, MINUTES).until(estate.subscriber()::isSubscribed);
        var sender = Sender.started(estate.nodes().stream().map(Node::entrance).toList(), ledger, seed);
        try {
            faults.run();
            pause(SHORTEST_QUIET_MILLIS);
        } finally {
            sender.finish();
        }
        awaitWorked();
        return report();
    }

    private List<Breakable> victims(int most) {
        var victims = new ArrayList<>(estate.breakables());
        Collections.shuffle(victims, random);
        return victims.subList(0, Math.min(victims.size(), Math.min(most, random.nextInt(4) == 0 ? 2 : 1)));
    }

    private void strike(List<Breakable> victims) {
        pause(SHORTEST_QUIET_MILLIS + random.nextLong(LONGEST_QUIET_MILLIS - SHORTEST_QUIET_MILLIS));
        for (var victim : victims) {
            var happenedAt = System.nanoTime();
            ledger.happened(new Fault(victim.kill(), happenedAt));
            pause(random.nextLong(LONGEST_ABSENCE_MILLIS));
        }
        estate.breakables().stream().filter(victims::contains).forEach(Breakable::restart);
    }

    /** What is found too late, or not at all, the findings name. */
    private void awaitWorked() {
        try {
            await().atMost(patience).pollInterval(500, MILLISECONDS).ignoreExceptions().until(() -> isWorked(stats()));
            var processed = stats().getInt("processed");
            await().atMost(1, MINUTES).pollInterval(100, MILLISECONDS)
                    .until(() -> estate.subscriber().messages().size() >= processed);
        } catch (RuntimeException late) {
            ledger.wrong("not everything was worked and published in time: " + late.getMessage());
        }
    }

    private static boolean isWorked(JsonObject stats) {
        return stats.getInt("waiting") == 0 && stats.getInt("retrying") == 0;
    }

    private JsonObject stats() {
        try {
            return estate.nodes().get(0).stats();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Report report() {
        var stats = stats();
        var messages = estate.subscriber().messages();
        try (var database = estate.database()) {
            return new Report(estate.name(), seed, begin, ledger, Findings.of(ledger, messages, stats, database));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(MILLISECONDS.toNanos(millis));
    }
}
