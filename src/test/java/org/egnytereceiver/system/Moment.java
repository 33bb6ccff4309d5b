package org.egnytereceiver.system;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** A moment in a receiver's life, to ask later what came in since. */
record Moment(Receiver receiver, long lastEvent, long lastQuarantined) {

    static Moment now(Receiver receiver) {
        return new Moment(receiver,
                latest(receiver, "events").mapToLong(Moment::number).max().orElse(0),
                latest(receiver, "quarantine").mapToLong(Moment::number).max().orElse(0));
    }

    List<JsonObject> events() {
        return latest(receiver, "events").filter(event -> number(event) > lastEvent)
                .map(event -> receiver.event(event.getString("id"))).toList();
    }

    List<JsonObject> quarantined() {
        return latest(receiver, "quarantine").filter(entry -> number(entry) > lastQuarantined).toList();
    }

    private static Stream<JsonObject> latest(Receiver receiver, String path) {
        return receiver.get(path + "?limit=50").json().getJsonArray("items").getValuesAs(JsonObject.class).stream();
    }

    private static long number(JsonObject item) {
        return Long.parseLong(item.getString("id"));
    }
}
