package org.egnytereceiver.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.egnytereceiver.chaos.FreePort;
import org.egnytereceiver.support.Packed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A receiver with the heap that {@code -Prun} gives it, callers who know the secret and mean harm, and people who look at that. */
@Tag("own-server")
class MemoryIT {

    private static final int CALLERS = 8;
    private static final int ROUNDS = 3;
    private static final int MIB = 1 << 20;
    private static final int LARGEST = 10 * MIB;
    private static final int MOST_VALUES = 49_000;

    /** Caches of the server and the database grow in the first round. */
    private static final long LARGEST_GROWTH = 48;

    /** What a caller sends: small to send and large to unpack, or small to keep and large to read. */
    private enum Attack {

        BOMB(() -> Packed.gzip(" ".repeat(20 * LARGEST)), true),
        BOMB_OF_VALUES(() -> Packed.gzip("[" + "0,".repeat(LARGEST / 2 - 1) + "]"), true),
        DEEP_ARRAYS(() -> bytes("[".repeat(LARGEST))),
        DEEP_OBJECTS(() -> bytes("{\"a\":".repeat(LARGEST / 5))),
        MANY_NUMBERS(() -> bytes(event("[" + "0,".repeat(MOST_VALUES) + "0]"))),
        MANY_OBJECTS(() -> bytes(event("[" + "{},".repeat(MOST_VALUES / 2) + "0]"))),
        MANY_NESTED_OBJECTS(() -> bytes(event("["
                + ("{\"a\":".repeat(50) + "0" + "}".repeat(50) + ",").repeat(MOST_VALUES / 51) + "0]"))),
        MANY_KEYS(() -> bytes(event(keys(MOST_VALUES)))),
        MANY_LARGE_ELEMENTS(() -> bytes("[" + Stream.generate(() -> element("[" + "{},".repeat(MOST_VALUES / 2) + "0]"))
                .limit(10).collect(joining(",")) + "]")),
        MANY_LARGE_ELEMENTS_BEHIND_AN_ODD_ESCAPE(() -> Packed.gzip("[[" + "1".repeat(65) + ",\"\\u\",,,\"],"
                + Stream.generate(() -> element("[" + "0,".repeat(MOST_VALUES) + "0]")).limit(100).collect(joining(","))
                + "]"), true),
        MANY_ELEMENTS(() -> bytes("[" + "{},".repeat(9_999) + "{}]")),
        LONG_TEXTS(() -> bytes(event("[" + ("\"" + "x".repeat(MIB - 1) + "\",").repeat(9) + "0]"))),
        LONG_ODD_TEXT(() -> bytes("\"" + "\u20AC".repeat(LARGEST / 3 - 2) + "\""));

        private final Supplier<byte[]> body;
        private final boolean packed;

        Attack(Supplier<byte[]> body) {
            this(body, false);
        }

        Attack(Supplier<byte[]> body, boolean packed) {
            this.body = body;
            this.packed = packed;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(UTF_8);
        }

        private static String event(String value) {
            return "[" + element(value) + "]";
        }

        private static String element(String value) {
            return "{\"eventId\":\"" + freshId() + "\",\"domain\":\"memory\",\"data\":{\"x\":" + value + "}}";
        }

        private static String keys(int count) {
            var keys = new StringBuilder("{");
            for (var i = 0; i < count; i++) {
                keys.append('"').append(Integer.toString(i, 36)).append("\":0,");
            }
            return keys.append("\"z\":0}").toString();
        }
    }

    /** What people read of the largest contents that the callers could bring in, and have read again. */
    private record Reading(String method, String path) {

        static List<Reading> ofLargest(Receiver receiver) {
            receiver.deliver(new String(new char[LARGEST]).replace('\0', '\1')).counts(1, 0, 0, 1);
            var odd = newest(receiver, "quarantine");
            receiver.deliver("[" + "0,".repeat(LARGEST / 2 - 2) + "0]").counts(1, 0, 0, 1);
            var values = newest(receiver, "quarantine");
            receiver.deliver(Attack.LONG_TEXTS.body.get()).counts(1, 1, 0, 0);
            var event = newest(receiver, "events");
            return List.of(new Reading("GET", "quarantine"), new Reading("HEAD", "quarantine"),
                    new Reading("GET", "quarantine/" + odd), new Reading("HEAD", "quarantine/" + odd),
                    new Reading("GET", "events/" + event), new Reading("POST", "quarantine/" + odd + "/release"),
                    new Reading("POST", "quarantine/" + values + "/release"));
        }

        private static String newest(Receiver receiver, String list) {
            return receiver.get(list + "?limit=1").json().getJsonArray("items").getJsonObject(0).getString("id");
        }

        int status(Receiver receiver) {
            return receiver.act(method, path, "").status();
        }
    }

    @Test
    void staysFlatWhateverIsSentAndRead(TestReporter reporter) throws Exception {
        var directory = TestServer.emptied(Path.of("target", "system", "memory").toAbsolutePath());
        try (var own = OwnReceiver.starting(directory, FreePort.found(), Map.of())) {
            var receiver = own.whenReady();
            receiver.deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);
            var readings = Reading.ofLargest(receiver);
            var used = new ArrayList<Long>();
            used.add(Heap.usedBy(own.pid()));
            for (var round = 0; round < ROUNDS; round++) {
                var statuses = attack(receiver, readings);
                for (var reading : readings) {
                    assertThat(reading.status(receiver)).as("alone, " + reading).isEqualTo(200);
                }
                used.add(Heap.usedBy(own.pid()));
                reporter.publishEntry("round " + round, statuses + ", heap in MiB: " + used);
                assertThat(statuses.keySet()).allMatch(answer -> answer.matches(".* (200|413|503)"))
                        .noneMatch(answer -> answer.startsWith("Reading") && answer.endsWith("413"));
            }
            assertThat(own.log()).doesNotContain("OutOfMemoryError");
            assertThat(used.get(ROUNDS)).isLessThan(used.get(1) + LARGEST_GROWTH);
            receiver.deliver(array(fileAdded(freshDomain(), "1"))).counts(1, 1, 0, 0);
            assertThat(receiver.get("events").status()).isEqualTo(200);
        }
    }

    /** Each kind after the other, by all callers at the same time. */
    private static Map<String, Integer> attack(Receiver receiver, List<Reading> readings) throws InterruptedException, ExecutionException {
        var callers = Executors.newFixedThreadPool(CALLERS);
        var answers = new TreeMap<String, Integer>();
        try {
            for (var attack : Attack.values()) {
                var body = attack.body.get();
                Callable<Integer> caller = () -> send(receiver, attack, body);
                for (var answer : callers.invokeAll(Collections.nCopies(CALLERS, caller))) {
                    answers.merge(attack + " " + answer.get(), 1, Integer::sum);
                }
            }
            for (var reading : readings) {
                Callable<Integer> reader = () -> reading.status(receiver);
                for (var answer : callers.invokeAll(Collections.nCopies(CALLERS, reader))) {
                    answers.merge(reading + " " + answer.get(), 1, Integer::sum);
                }
            }
        } finally {
            callers.shutdownNow();
        }
        return answers;
    }

    private static int send(Receiver receiver, Attack attack, byte[] body) {
        var request = receiver.delivery("connect");
        if (attack.packed) {
            request.header("Content-Encoding", "gzip");
        }
        return receiver.send(request.POST(BodyPublishers.ofByteArray(body))).status();
    }
}
