package org.egnytereceiver.chaos;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What a receiver says about itself and the others. */
public final class Statistics {

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpRequest request;

    /** @param longest after which there is no answer */
    public Statistics(URI receiver, String operator, String password, Duration longest) {
        var credentials = Base64.getEncoder().encodeToString((operator + ":" + password).getBytes(StandardCharsets.UTF_8));
        request = HttpRequest.newBuilder(receiver.resolve("api/stats"))
                .timeout(longest)
                .header("Authorization", "Basic " + credentials)
                .build();
    }

    /** @throws IOException when it does not say so in time, or refuses to */
    public JsonObject read() throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("stats answered " + answer.statusCode());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
