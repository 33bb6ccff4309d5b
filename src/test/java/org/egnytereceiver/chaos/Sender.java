package org.egnytereceiver.chaos;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Egnyte on several connections: sends events in batches, sends again what was not answered with 200 until it is, and
 * sends some events twice: in one body, in a later one, and at the same moment on another connection.
 */
final class Sender {

    private static final int CONNECTIONS = 6;
    private static final int LARGEST_BATCH = 50;
    private static final int LONGEST_PAUSE_MILLIS = 400;
    private static final int REPETITION_PAUSE_MILLIS = 250;
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(2);

    private final List<URI> addresses;
    private final Ledger ledger;
    private final long seed;
    private final List<Thread> connections;
    private final AtomicReference<List<String>> echo = new AtomicReference<>();
    private volatile boolean stopping;
    private volatile boolean givenUp;

    private Sender(List<URI> addresses, Ledger ledger, long seed) {
        this.addresses = addresses;
        this.ledger = ledger;
        this.seed = seed;
        this.connections = IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> new Thread(new Connection(number, new Random(seed + number)), "sender-" + number))
                .toList();
    }

    static Sender started(List<URI> addresses, Ledger ledger, long seed) {
        var sender = new Sender(addresses, ledger, seed);
        sender.connections.forEach(Thread::start);
        return sender;
    }

    /** Returns when everything that was sent has been acknowledged; gives up, and says so, when that takes too long. */
    void finish() throws InterruptedException {
        stopping = true;
        var deadline = Instant.now().plus(LAST_PATIENCE);
        for (var connection : connections) {
            connection.join(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
            if (connection.isAlive()) {
                ledger.wrong(connection.getName() + " was not answered with 200 for " + LAST_PATIENCE);
            }
        }
        givenUp = true;
    }

    private final class Connection implements Runnable {

        private final Entrance entrance = new Entrance(ledger);
        private final int number;
        private final Random random;
        private final List<String> own = new ArrayList<>();

        Connection(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        @Override
        public void run() {
            while (!stopping) {
                var echoed = echo.getAndSet(null);
                if (echoed == null) {
                    sendNew();
                } else {
                    deliver(echoed);
                }
                pause(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
        }

        private void sendNew() {
            var batch = batch();
            if (random.nextInt(10) == 0) {
                echo.set(batch);
            }
            deliver(batch);
        }

        private List<String> batch() {
            var batch = new ArrayList<String>();
            for (var left = 1 + random.nextInt(LARGEST_BATCH); left > 0; left--) {
                if (!own.isEmpty() && random.nextInt(50) == 0) {
                    batch.add(own.get(random.nextInt(own.size())));
                } else {
                    own.add("event-" + seed + "-" + number + "-" + own.size());
                    batch.add(own.get(own.size() - 1));
                }
            }
            return batch;
        }

        private void deliver(List<String> batch) {
            var node = random.nextInt(addresses.size());
            while (!givenUp && entrance.deliver(addresses.get(node), batch) != 200) {
                node = (node + 1) % addresses.size();
                pause(REPETITION_PAUSE_MILLIS);
            }
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
