package org.egnytereceiver.system;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A running receiver, as its callers know it. */
final class Receiver {

    static final String SECRET = "the secret of Egnyte";
    static final String NEXT_SECRET = "the next secret of Egnyte";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI root;

    Receiver(URI root) {
        this.root = root;
    }

    /** The context root of the application. */
    URI root() {
        return root;
    }

    /** A delivery of Egnyte Connect to the feed {@code default}. */
    Answer deliver(String body) {
        return deliver("connect", body);
    }

    /** A delivery to an entrance of the feed {@code default}: {@code connect} or {@code msp}. */
    Answer deliver(String entrance, String body) {
        return send(delivery(entrance).POST(BodyPublishers.ofString(body)));
    }

    Answer deliver(byte[] body) {
        return send(delivery("connect").POST(BodyPublishers.ofByteArray(body)));
    }

    /** A request to an entrance with what proves and describes a delivery, to be completed with a body. */
    Builder delivery(String entrance) {
        return bare(entrance).header("Authorization", SECRET).header("Content-Type", "application/json");
    }

    /** A request to an entrance with nothing in it. */
    Builder bare(String entrance) {
        return HttpRequest.newBuilder(root.resolve("webhooks/" + entrance)).timeout(Duration.ofSeconds(60));
    }

    Answer send(Builder request) {
        return Answer.to(HTTP, request.build());
    }

    /** Asks the API as the operator. */
    Answer get(String path) {
        return getAs("operator", "operator's word", path);
    }

    /** Has the API do something, as the operator. */
    Answer post(String path, String body) {
        return postAs("operator", "operator's word", path, body);
    }

    Answer postAs(String name, String password, String path, String body) {
        return send(api(path).header("Authorization", basic(name, password)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Has the API do something that has a method of its own, as the operator. */
    Answer act(String method, String path, String body) {
        return send(api(path).header("Authorization", basic("operator", "operator's word"))
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    /**
     * Asks as the operator with these very characters in the address, and without a word about a body, as Java's client
     * does not.
     *
     * @return the answer as it comes
     */
    String answerTo(String method, String path) throws IOException {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((method + " " + root.getPath() + path + " HTTP/1.1\r\nHost: "
                    + root.getAuthority() + "\r\nConnection: close\r\nAuthorization: "
                    + basic("operator", "operator's word") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Answer getAs(String name, String password, String path) {
        return send(api(path).header("Authorization", basic(name, password)));
    }

    /** A request to the API without credentials. */
    Builder api(String path) {
        return HttpRequest.newBuilder(root.resolve("api/" + path)).timeout(Duration.ofSeconds(60));
    }

    /** All events that match, the latest received first, from as many pages as there are. */
    List<JsonObject> events(Map<String, String> filter) {
        return pages("events", filter);
    }

    JsonObject event(String id) {
        return get("events/" + id).json();
    }

    /** The event with everything known about it. */
    JsonObject eventOf(String domain, String eventId) {
        var found = events(Map.of("domain", domain, "eventId", eventId));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events " + eventId + " of " + domain);
        }
        return event(found.get(0).getString("id"));
    }

    List<JsonObject> quarantine(Map<String, String> filter) {
        return pages("quarantine", filter);
    }

    JsonObject stats() {
        return get("stats").json();
    }

    /** Where a file went to, once for each time the handler wrote it down. */
    List<String> movedFiles(String eventId) {
        return send(HttpRequest.newBuilder(root.resolve("moved-files?eventId=" + encoded(eventId)))).text().lines().toList();
    }

    /** @return why the handlers of this event failed, once for each time */
    static List<String> failures(JsonObject event) {
        return event.getJsonArray("history").getValuesAs(JsonObject.class).stream()
                .filter(note -> note.getString("kind").equals("FAILED"))
                .map(note -> note.getString("detail"))
                .toList();
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(joining("&"));
    }

    private List<JsonObject> pages(String path, Map<String, String> filter) {
        var items = new ArrayList<JsonObject>();
        var next = "";
        while (next != null) {
            var page = get(path + "?limit=500&after=" + next + "&" + query(filter)).json();
            items.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            next = page.get("next") == JsonValue.NULL ? null : page.getString("next");
        }
        return items;
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
