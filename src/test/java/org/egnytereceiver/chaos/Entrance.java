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
import java.util.List;

/** The way of one connection to the receivers: what it sends, and what it is answered, goes into the ledger. */
final class Entrance {

    /** What stands for the status where there was no answer. */
    static final int UNANSWERED = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Ledger ledger;

    Entrance(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @return the status of the answer */
    int deliver(URI address, List<String> ids) {
        ledger.sending(ids);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", Node.SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ids.stream().map(SentEvent::text).collect(joining(",", "[", "]"))))
                .build();
        var sentAt = System.nanoTime();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (isOfTheServer(answer)) {
                ledger.answered(answer.statusCode() + " of the server");
            } else {
                ledger.answered(Integer.toString(answer.statusCode()));
                note(answer, ids, sentAt);
            }
            return answer.statusCode();
        } catch (IOException unanswered) {
            ledger.answered(unanswered.getClass().getSimpleName());
            return UNANSWERED;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A server that has not deployed the receiver yet, or not any more, answers with a page of its own (ADR 0014). */
    private static boolean isOfTheServer(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
    }

    private void note(HttpResponse<String> answer, List<String> ids, long sentAt) {
        switch (answer.statusCode()) {
            case 200 -> noteReceipt(answer.body(), ids, sentAt);
            case 503 -> {
                ledger.refused(Duration.ofNanos(System.nanoTime() - sentAt).toMillis());
                if (answer.headers().firstValue("Retry-After").isEmpty()) {
                    ledger.wrong("503 without Retry-After: " + answer.body());
                }
            }
            default -> ledger.wrong(answer.statusCode() + ": " + answer.body());
        }
    }

    private void noteReceipt(String receipt, List<String> ids, long sentAt) {
        try (var reader = Json.createReader(new StringReader(receipt))) {
            var counts = reader.readObject();
            var stored = counts.getInt("stored");
            var duplicates = counts.getInt("duplicates");
            ledger.acknowledged(ids, stored, duplicates, sentAt);
            if (counts.getInt("received") != ids.size() || stored + duplicates != ids.size()) {
                ledger.wrong(ids.size() + " sent, " + receipt);
            }
        }
    }
}
