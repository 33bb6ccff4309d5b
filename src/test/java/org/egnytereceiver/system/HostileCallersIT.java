package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egnytereceiver.chaos.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers that want in without being known, or want to keep others out, at a receiver with limits of its own. */
@Tag("own-server")
class HostileCallersIT {

    private static final int AT_A_TIME = 20;

    private static Path secrets;
    private static OwnReceiver own;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        var directory = TestServer.emptied(Path.of("target", "system", "hostile-callers").toAbsolutePath());
        secrets = Files.writeString(directory.resolve("secrets"), "from the file");
        own = OwnReceiver.starting(directory, FreePort.found(), Map.of(
                "egnyte.delivery.secrets-file", secrets.toString(),
                "egnyte.delivery.callers", "127.0.0.0/8, ::1, 192.0.2.0/24, 2001:db8::/32",
                "egnyte.origin.proxies", "127.0.0.1, ::1",
                "egnyte.delivery.longest-transfer", "PT15S",
                "egnyte.delivery.max-deliveries-under-way", String.valueOf(AT_A_TIME)));
        receiver = own.whenReady();
    }

    @AfterAll
    static void stop() {
        own.close();
        new ServerLog(own.log().lines().toList()).isFreeOfStackTraces();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"192.0.2.1|200", "2001:db8::7|200", "8.8.8.8|401", "192.0.2.1, 8.8.8.8|401",
        "unknown|401", "localhost|401"})
    void aCallerFromElsewhereIsRefusedLikeAnyOther(String forwardedFor, int status) {
        var answer = receiver.send(receiver.delivery("connect").header("X-Forwarded-For", forwardedFor)
                .POST(BodyPublishers.ofString(array(fileAdded(freshDomain(), "1")))));

        if (status == 401) {
            var usual = receiver.send(receiver.bare("connect").POST(BodyPublishers.ofString("[]"))).refuses(401);
            assertThat(answer.refuses(401).header("WWW-Authenticate")).isEqualTo(usual.header("WWW-Authenticate"));
            assertThat(answer.json().getString("title")).isEqualTo(usual.json().getString("title"));
        }
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void aSecretIsRotatedInItsFileAndNoDeliveryIsLost() throws Exception {
        var statuses = new ArrayList<Integer>();
        var over = new AtomicBoolean();
        var sender = new Thread(() -> {
            while (!over.get()) {
                statuses.add(statusFor(Receiver.SECRET));
            }
        });
        sender.start();
        try {
            Files.writeString(secrets, "from the file\nthe next one");
            Awaiting.until("the new secret", () -> assertThat(statusFor("the next one")).isEqualTo(200));
            assertThat(statusFor("from the file")).isEqualTo(200);

            Files.writeString(secrets, "the next one");
            Awaiting.until("the old secret's end", () -> assertThat(statusFor("from the file")).isEqualTo(401));

            Files.writeString(secrets, "");
            Awaiting.until("a sentence on the wrong file", () -> assertThat(own.screen()).contains(
                    "The setting egnyte.delivery.secrets-file names a file that holds nothing."));
            assertThat(List.of("the next one", "from the file", "")).extracting(HostileCallersIT::statusFor)
                    .containsExactly(200, 401, 401);
        } finally {
            over.set(true);
            sender.join();
            Files.writeString(secrets, "from the file");
        }
        assertThat(statuses).isNotEmpty().containsOnly(200);
        assertThat(own.log()).doesNotContain("the next one", "from the file", Receiver.SECRET);
    }

    @Test
    void whoHangsUpInTheMiddleFailsNobodyElse() throws IOException {
        for (var i = 0; i < 2 * AT_A_TIME; i++) {
            halfBody().breakOff();
            Awaiting.until("a place", () -> assertThat(statusFor(Receiver.SECRET)).isEqualTo(200));
        }
    }

    @Test
    void whoComesWhileTooManyAreUnderWayIsToldSoAtOnce() throws IOException {
        var held = new ArrayList<HalfBody>();
        try {
            for (var i = 0; i < AT_A_TIME; i++) {
                held.add(halfBody());
            }
            Awaiting.until("no more places", () -> {
                var status = statusFor(Receiver.SECRET);
                if (status == 200) {
                    held.add(halfBody());
                }
                assertThat(status).isEqualTo(503);
            });
            var refused = receiver.deliver(array(fileAdded(freshDomain(), "1"))).refuses(503);
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(receiver.get("events").status()).as("people are served all the same").isEqualTo(200);

            var waiting = new ArrayList<HalfBody>();
            for (var half : held) {
                if (!half.isAnswered()) {
                    half.sendTheRest();
                    waiting.add(half);
                }
            }
            assertThat(waiting).isNotEmpty().allSatisfy(half -> assertThat(half.status()).isEqualTo(200));
        } finally {
            for (var half : held) {
                half.close();
            }
        }
        Awaiting.until("places again", () -> assertThat(statusFor(Receiver.SECRET)).isEqualTo(200));
    }

    private HalfBody halfBody() throws IOException {
        return new HalfBody(receiver.root(), array(fileAdded(freshDomain(), freshId())));
    }

    @Test
    void aBodyThatArrivesDropByDropIsNotWaitedFor() throws IOException {
        try (var half = new HalfBody(receiver.root(), array(fileAdded(freshDomain(), freshId())) + " ".repeat(100_000))) {
            Awaiting.until("an answer", () -> {
                half.send(1);
                assertThat(half.isAnswered()).isTrue();
            });
            assertThat(half.status()).isEqualTo(408);
        }
    }

    @Test
    void aBodyThatDoesNotArriveAtAllIsNotWaitedFor() throws IOException {
        try (var half = new HalfBody(receiver.root(), array(fileAdded(freshDomain(), freshId())))) {
            assertThat(half.status()).isEqualTo(408);
        }
    }

    private static int statusFor(String secret) {
        return receiver.send(receiver.bare("connect").header("Authorization", secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(array(fileAdded("rotation", freshId()))))).status();
    }
}
