package org.egnytereceiver.delivery;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.Map;

/** What became of a delivery: the four counts of the answer. */
record Receipt(int received, int stored, int duplicates, int quarantined) {

    /** Kept, because looking for the JSON provider costs more than a delivery. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    boolean addsUp() {
        return received == stored + duplicates + quarantined;
    }

    String json() {
        return JSON.createObjectBuilder()
                .add("received", received)
                .add("stored", stored)
                .add("duplicates", duplicates)
                .add("quarantined", quarantined)
                .build().toString();
    }
}
