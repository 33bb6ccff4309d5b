package org.egnytereceiver.api;

import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** Reads the JSON object that an order is written in: a small one, with every field in it once. */
final class OrderBody {

    static final int LARGEST = 64 << 10;

    private static final JsonReaderFactory JSON = jakarta.json.Json.createReaderFactory(
            Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private OrderBody() {
    }

    static JsonObject read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refusal.of(ProblemType.TOO_LARGE);
        }
        try (var reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (RuntimeException notAnObject) {
            // Not only JsonException: Parsson says with a plain one that it reads no deeper than 1,000.
            throw Refusal.of(ProblemType.BAD_PARAMETER, "The body has to be a JSON object with every field in it once.");
        }
    }
}
