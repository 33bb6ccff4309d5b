package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.egnytereceiver.support.Fixtures;

/** What the receiver answered. */
record Answer(HttpResponse<String> response) {

    static Answer to(HttpClient client, HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String text() {
        return response.body();
    }

    JsonObject json() {
        return Fixtures.json(text());
    }

    /** The delivery was taken, and this became of it. */
    Answer counts(int received, int stored, int duplicates, int quarantined) {
        assertThat(status()).as(text()).isEqualTo(200);
        assertThat(header("Content-Type")).startsWith("application/json");
        assertThat(json()).isEqualTo(jakarta.json.Json.createObjectBuilder().add("received", received)
                .add("stored", stored).add("duplicates", duplicates).add("quarantined", quarantined).build());
        return this;
    }

    /** The request was refused, in the form of RFC 9457 and without internals. */
    Answer refuses(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().keySet()).contains("type", "title", "status", "instance")
                .isSubsetOf("type", "title", "status", "detail", "instance");
        assertThat(json().getInt("status")).isEqualTo(status);
        assertThat(text()).doesNotContainIgnoringCase("exception").doesNotContainIgnoringCase("payara")
                .doesNotContain("org.", "java", "SQL");
        return this;
    }
}
