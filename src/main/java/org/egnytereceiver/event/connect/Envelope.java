package org.egnytereceiver.event.connect;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Fields;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.Reading;

/**
 * What every event of Egnyte Connect says, whatever happened. The names are those of the Egnyte Connect webhooks
 * receiver specification 1.0.0; {@code user}, whose name it lost, and {@code customProperties} are those of Egnyte's
 * Go SDK.
 *
 * @param type  the canonical one: {@code storage:} and {@code links:} are older names of {@code fs:} and {@code link:}
 * @param actionSource  which client or API acted, free text
 * @param customProperties  their purpose is not documented
 * @param path  the target's, else the source's, else the folder's, as the data names it
 * @param repeatedKeys  the envelope's own keys that stand twice in the event, so that nobody knows what it says
 * @param readable  whether everything in it could be read
 */
public record Envelope(
        EventKey key,
        String type,
        Instant occurredAt,
        User user,
        String actionSource,
        String webhookId,
        Map<String, String> customProperties,
        String path,
        Set<String> repeatedKeys,
        boolean readable) {

    private static final Set<String> KEYS = Set.of("eventId", "domain", "timestamp", "user", "actionSource",
            "webhookId", "eventType", "customProperties", "data");

    /** The best one first. */
    private static final List<String> PATHS = List.of("targetPath", "sourcePath", "folderPath");

    static Envelope of(Reading event) {
        var fields = new Fields(event.json());
        var key = new EventKey(Product.CONNECT, fields.text("domain"), fields.id("eventId"));
        var type = fields.required().name("eventType");
        var occurredAt = fields.required().time("timestamp");
        var user = fields.object("user", User::from);
        var actionSource = fields.text("actionSource");
        var webhookId = fields.text("webhookId");
        var customProperties = fields.texts("customProperties");
        return new Envelope(key, canonical(type), occurredAt, user, actionSource, webhookId, customProperties,
                path(event.json()), repeated(event), fields.complaint().isEmpty() && isUnambiguous(event));
    }

    String family() {
        var colon = type.indexOf(':');
        return colon > 0 ? type.substring(0, colon) : EgnyteEvent.UNKNOWN;
    }

    private static String canonical(String type) {
        if (type == null) {
            return EgnyteEvent.UNKNOWN;
        }
        return type.startsWith("storage:") ? "fs:" + type.substring("storage:".length())
                : type.startsWith("links:") ? "link:" + type.substring("links:".length())
                : type;
    }

    private static String path(JsonObject event) {
        if (event.get("data") instanceof JsonObject data) {
            for (var name : PATHS) {
                if (data.get(name) instanceof JsonString path) {
                    return path.getString();
                }
            }
        }
        return null;
    }

    private static Set<String> repeated(Reading event) {
        return event.repeatsAnywhere()
                ? event.repeatedKeys().stream().filter(KEYS::contains).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static boolean isUnambiguous(Reading event) {
        return !event.repeatsWithin("user") && !event.repeatsWithin("customProperties");
    }
}
