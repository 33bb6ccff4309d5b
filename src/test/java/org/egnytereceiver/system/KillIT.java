package org.egnytereceiver.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.egnytereceiver.chaos.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the shipped process promises when it is killed, and when it cannot start. */
@Tag("own-server")
class KillIT {

    private static final int CONNECTIONS = 6;
    private static final int EVENTS_PER_DELIVERY = 20;
    private static final int ACKNOWLEDGED_BEFORE_THE_END = 1500;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private Path directory;

    @BeforeEach
    void nothingIsLeftFromBefore(TestInfo test) throws IOException {
        directory = TestServer.emptied(Path.of("target", "system", test.getTestMethod().orElseThrow().getName())
                .toAbsolutePath());
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheReceiverIsKilledOrStopped() throws Exception {
        var senders = Executors.newFixedThreadPool(CONNECTIONS);
        try (var first = OwnReceiver.starting(directory, FreePort.found(), Map.of())) {
            var receiver = first.whenReady();
            IntStream.range(0, CONNECTIONS).forEach(sender -> senders.submit(() -> sendUntilItIsOver(receiver)));
            Awaiting.until("many acknowledged events", () -> assertThat(acknowledged)
                    .hasSizeGreaterThan(ACKNOWLEDGED_BEFORE_THE_END));
            first.kill();
        } finally {
            over.set(true);
            senders.shutdownNow();
        }

        try (var second = OwnReceiver.starting(directory, FreePort.found(), Map.of())) {
            var receiver = second.whenReady();
            assertEverythingIsThereOnceAndWorked(receiver);
            receiver.deliver(array(fileAdded("later", "1"))).counts(1, 1, 0, 0);
            assertThat(second.screen()).doesNotContain("Exception", "\tat ");
        }

        try (var third = OwnReceiver.starting(directory, FreePort.found(), Map.of())) {
            third.whenReady().deliver(array(fileAdded("later", "1"), fileAdded("later", "2"))).counts(2, 1, 1, 0);
        }
        ServerLog.of(directory.resolve("data/log/server.0.log")).isFreeOfStackTraces();
    }

    @Test
    void aWrongSettingStopsTheStartWithASentence() throws Exception {
        try (var receiver = OwnReceiver.starting(directory, FreePort.found(),
                Map.of("egnyte.delivery.max-body-size", "ten apples"))) {
            assertThat(receiver.whenEnded()).isNotZero();

            assertThat(sentences(receiver, "egnyte.delivery.max-body-size")).hasSize(1);
            assertThat(receiver.screen()).doesNotContain("Exception", "\tat ", "ten apples", Receiver.SECRET);
        }
    }

    @Test
    void aTakenPortStopsTheStartWithASentence() throws Exception {
        try (var taken = new ServerSocket(0);
                var receiver = OwnReceiver.starting(directory, taken.getLocalPort(), Map.of())) {
            assertThat(receiver.whenEnded()).isNotZero();

            assertThat(sentences(receiver, "receiver.port")).hasSize(1);
            assertThat(receiver.screen()).doesNotContain("Exception", "\tat ");
        }
    }

    private void sendUntilItIsOver(Receiver receiver) {
        while (!over.get()) {
            var delivery = deliveries.incrementAndGet();
            var ids = IntStream.range(0, EVENTS_PER_DELIVERY).mapToObj(i -> delivery + "-" + i).toList();
            try {
                receiver.deliver(array(ids.stream().map(id -> fileAdded("acme", id)).toList()))
                        .counts(EVENTS_PER_DELIVERY, EVENTS_PER_DELIVERY, 0, 0);
                acknowledged.addAll(ids);
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private void assertEverythingIsThereOnceAndWorked(Receiver receiver) {
        var stored = receiver.events(Map.of("domain", "acme"));
        var times = stored.stream().collect(groupingBy(event -> event.getString("eventId"), counting()));
        assertThat(times.keySet()).containsAll(acknowledged);
        assertThat(times.values()).containsOnly(1L);
        assertThat(stored.size() % EVENTS_PER_DELIVERY).as("whole deliveries only").isZero();
        assertThat(receiver.stats().getInt("stored")).isEqualTo(stored.size());
        Awaiting.untilAllAreProcessed(receiver, "acme", stored.size());
    }

    private static List<String> sentences(OwnReceiver receiver, String word) {
        return receiver.screen().lines().filter(line -> line.contains(word)).toList();
    }
}
