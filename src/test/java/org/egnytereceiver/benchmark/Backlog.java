package org.egnytereceiver.benchmark;

import jakarta.json.JsonObject;

/** What waits in the receiver, and since when. */
record Backlog(long open, long oldestSeconds) {

    static Backlog of(JsonObject stats) {
        return new Backlog(number(stats, "waiting") + number(stats, "retrying"),
                number(stats, "oldestWaitingSeconds"));
    }

    private static long number(JsonObject stats, String name) {
        return stats.getJsonNumber(name).longValue();
    }
}
