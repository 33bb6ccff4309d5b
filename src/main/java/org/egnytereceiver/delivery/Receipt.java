package org.egnytereceiver.delivery;

import jakarta.json.Json;

/** What became of a delivery: the four counts of the answer. */
record Receipt(int received, int stored, int duplicates, int quarantined) {

    boolean addsUp() {
        return received == stored + duplicates + quarantined;
    }

    String json() {
        return Json.createObjectBuilder()
                .add("received", received)
                .add("stored", stored)
                .add("duplicates", duplicates)
                .add("quarantined", quarantined)
                .build().toString();
    }
}
