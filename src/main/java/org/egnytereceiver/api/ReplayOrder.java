package org.egnytereceiver.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.egnytereceiver.journal.EventFilter;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * What somebody wants replayed. A field that is not known or empty is refused, since a filter with a slip in it would
 * match more than was meant; without {@code dryRun} nothing is replayed.
 */
record ReplayOrder(EventFilter filter, String filterAsWritten, boolean dryRun) {

    static ReplayOrder read(InputStream body) throws IOException {
        var order = OrderBody.read(body);
        if (!Set.of("filter", "dryRun").containsAll(order.keySet()) || !(order.get("filter") instanceof JsonObject)) {
            throw malformed("An order has a filter, and dryRun, and nothing else.");
        }
        return new ReplayOrder(filter(order.getJsonObject("filter")), order.getJsonObject("filter").toString(),
                dryRun(order.get("dryRun")));
    }

    private static EventFilter filter(JsonObject filter) {
        var parameters = new MultivaluedHashMap<String, String>();
        filter.forEach((name, value) -> parameters.putSingle(name, text(name, value)));
        if (!EventParameters.NAMES.containsAll(parameters.keySet())) {
            throw malformed("The filter has a field that events cannot be filtered by.");
        }
        return EventParameters.filter(new Parameters(parameters));
    }

    private static String text(String name, JsonValue value) {
        var text = switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case TRUE, FALSE -> value.toString();
            default -> "";
        };
        if (text.isEmpty()) {
            throw malformed("The field " + (EventParameters.NAMES.contains(name) ? name : "of the filter")
                    + " has to be a text, and not an empty one.");
        }
        return text;
    }

    private static boolean dryRun(JsonValue value) {
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw malformed("dryRun has to be true or false.");
        }
        return value != JsonValue.FALSE;
    }

    private static Refusal malformed(String sentence) {
        return Refusal.of(ProblemType.BAD_PARAMETER, sentence);
    }
}
