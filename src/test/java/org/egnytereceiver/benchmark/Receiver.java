package org.egnytereceiver.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The receiver as it is built, one node with PostgreSQL and a broker. */
final class Receiver implements Contender {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;
    private final Store store;

    private Receiver(Server server, Store store) {
        this.server = server;
        this.store = store;
    }

    static Receiver started(Path directory, Path script, Store store, boolean profiled) {
        return new Receiver(Server.started(directory, script, Server.built("egnyte.war"),
                "/egnyte/webhooks/connect", profiled), store);
    }

    @Override
    public String title() {
        return "receiver";
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public long stored() {
        return store.count("journal_entry");
    }

    @Override
    public long quarantined() {
        return store.count("quarantine_entry");
    }

    /** @return what it says about its work, or empty when it does not answer in time */
    Optional<Backlog> backlog() {
        try {
            return Optional.of(Backlog.of(stats()));
        } catch (IOException late) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * What could not be worked in time is given up, so that what comes next is measured without it. What is being
     * worked at that moment is left to its worker.
     */
    void abandon() {
        store.execute("""
                update journal_progress set state = 'PROCESSED' where entry_id in (
                    select entry_id from journal_progress where state in ('WAITING', 'RETRYING')
                    for update skip locked)""");
    }

    private JsonObject stats() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString(
                (Server.OPERATOR + ":" + Server.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.address("/egnyte/api/stats"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("stats answered " + answer.statusCode());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
