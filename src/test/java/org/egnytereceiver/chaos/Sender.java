package org.egnytereceiver.chaos;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(2);

    private final List<URI> entrances;
    private final Ledger ledger;
    private final List<Thread> connections;
    private final AtomicReference<List<String>> echo = new AtomicReference<>();
    private volatile boolean stopping;
    private volatile boolean givenUp;

    private Sender(List<URI> entrances, Ledger ledger, long seed) {
        this.entrances = entrances;
        this.ledger = ledger;
        this.connections = IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> new Thread(new Connection(number, new Random(seed + number)), "sender-" + number))
                .toList();
    }

    static Sender started(List<URI> entrances, Ledger ledger, long seed) {
        var sender = new Sender(entrances, ledger, seed);
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

        private final HttpClient client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
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
            ledger.sending(batch);
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
                    own.add("event-" + number + "-" + own.size());
                    batch.add(own.get(own.size() - 1));
                }
            }
            return batch;
        }

        private void deliver(List<String> batch) {
            var body = batch.stream().map(SentEvent::text).collect(joining(",", "[", "]"));
            var entrance = random.nextInt(entrances.size());
            while (!givenUp && !isAcknowledged(entrances.get(entrance), body, batch)) {
                entrance = (entrance + 1) % entrances.size();
                pause(REPETITION_PAUSE_MILLIS);
            }
        }

        private boolean isAcknowledged(URI entrance, String body, List<String> batch) {
            var request = HttpRequest.newBuilder(entrance)
                    .timeout(PATIENCE)
                    .header("Authorization", Node.SECRET)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var sentAt = System.nanoTime();
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                ledger.answered(Integer.toString(answer.statusCode()));
                return isAcknowledged(answer, batch, sentAt);
            } catch (IOException unanswered) {
                ledger.answered(unanswered.getClass().getSimpleName());
                return false;
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        private boolean isAcknowledged(HttpResponse<String> answer, List<String> batch, long sentAt) {
            switch (answer.statusCode()) {
                case 200 -> {
                    ledger.acknowledged(batch, sentAt);
                    check(answer.body(), batch.size());
                    return true;
                }
                case 503 -> {
                    ledger.refused(Duration.ofNanos(System.nanoTime() - sentAt).toMillis());
                    if (answer.headers().firstValue("Retry-After").isEmpty()) {
                        ledger.wrong("503 without Retry-After: " + answer.body());
                    }
                }
                // A server that has not deployed the receiver yet.
                case 404 -> { }
                default -> ledger.wrong(answer.statusCode() + ": " + answer.body());
            }
            return false;
        }

        private void check(String receipt, int size) {
            try (var reader = Json.createReader(new StringReader(receipt))) {
                var counts = reader.readObject();
                if (counts.getInt("received") != size || counts.getInt("stored") + counts.getInt("duplicates") != size) {
                    ledger.wrong(size + " sent, " + receipt);
                }
            }
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
