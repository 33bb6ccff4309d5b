package org.egnytereceiver.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.egnytereceiver.accounts.StoredAccount;
import org.egnytereceiver.audit.AuditRow;
import org.egnytereceiver.journal.EventDetails;
import org.egnytereceiver.journal.Figures;
import org.egnytereceiver.journal.JournalNote;
import org.egnytereceiver.journal.JournalRow;
import org.egnytereceiver.journal.PagePosition;
import org.egnytereceiver.quarantine.QuarantineRow;
import org.egnytereceiver.quarantine.ReleaseOutcome;

/** How the API writes things. */
final class Json {

    private static final JsonBuilderFactory JSON = jakarta.json.Json.createBuilderFactory(Map.of());
    private static final JsonGeneratorFactory WRITTEN = jakarta.json.Json.createGeneratorFactory(Map.of());

    private Json() {
    }

    static <T> String list(List<T> rows, Function<T, JsonObjectBuilder> json) {
        var items = JSON.createArrayBuilder();
        rows.forEach(row -> items.add(json.apply(row)));
        return JSON.createObjectBuilder().add("items", items).build().toString();
    }

    /** @param next the end of this page, or null when it is the last one */
    static <T> StreamingOutput page(List<T> rows, Function<T, JsonObjectBuilder> json, PagePosition next) {
        return written(page -> {
            page.writeStartObject().writeStartArray("items");
            rows.forEach(row -> page.write(json.apply(row).build()));
            page.writeEnd();
            page.write("next", next == null ? JsonValue.NULL : jakarta.json.Json.createValue(Cursor.write(next)));
            page.writeEnd();
        });
    }

    static JsonObjectBuilder event(JournalRow row) {
        var event = JSON.createObjectBuilder().add("id", String.valueOf(row.id()));
        text(event, "feed", row.feed());
        text(event, "product", row.product());
        text(event, "domain", row.domain());
        text(event, "eventId", row.eventId());
        text(event, "type", row.type());
        text(event, "family", row.family());
        event.add("known", row.known()).add("readable", row.readable());
        time(event, "occurredAt", row.occurredAt());
        time(event, "receivedAt", row.receivedAt());
        event.add("state", row.state().name()).add("timesSeen", row.timesSeen());
        text(event, "path", row.path());
        return text(event, "user", row.user());
    }

    static StreamingOutput details(EventDetails details) {
        return document(event(details.row())
                .add("raw", details.raw())
                .add("attempts", details.row().attempts())
                .add("history", history(details.history())));
    }

    static JsonObjectBuilder quarantined(QuarantineRow row) {
        var entry = JSON.createObjectBuilder().add("id", String.valueOf(row.id()));
        text(entry, "feed", row.feed());
        text(entry, "product", row.product());
        time(entry, "receivedAt", row.receivedAt());
        text(entry, "reason", row.reason());
        return raw(entry, row.raw());
    }

    static StreamingOutput document(JsonObjectBuilder json) {
        return written(document -> document.write(json.build()));
    }

    static String outcome(ReleaseOutcome outcome) {
        return JSON.createObjectBuilder().add("outcome", outcome.code()).build().toString();
    }

    static JsonObjectBuilder account(StoredAccount account) {
        var json = JSON.createObjectBuilder()
                .add("name", account.name())
                .add("role", account.role().roleName())
                .add("configured", account.configured());
        return time(json, "changedAt", account.changedAt());
    }

    static JsonObjectBuilder audited(AuditRow row) {
        var json = time(JSON.createObjectBuilder().add("id", String.valueOf(row.id())), "at", row.at());
        text(json, "account", row.account());
        text(json, "address", row.address());
        text(json, "action", row.action());
        text(json, "subject", row.subject());
        return text(json, "detail", row.detail());
    }

    static String count(String name, long count) {
        return JSON.createObjectBuilder().add(name, count).build().toString();
    }

    static String figures(Figures figures) {
        return JSON.createObjectBuilder()
                .add("received", figures.received())
                .add("stored", figures.stored())
                .add("duplicates", figures.duplicates())
                .add("quarantined", figures.quarantined())
                .add("conflicts", figures.conflicts())
                .add("waiting", figures.waiting())
                .add("processed", figures.processed())
                .add("retrying", figures.retrying())
                .add("dead", figures.dead())
                .add("released", figures.released())
                .add("oldestWaitingSeconds", figures.oldestWaitingSeconds())
                .build().toString();
    }

    /** What may be large is written while it is sent: escaped, it has up to six times its length. */
    private static StreamingOutput written(Consumer<JsonGenerator> content) {
        return out -> {
            try (var generator = WRITTEN.createGenerator(out)) {
                content.accept(generator);
            } catch (JsonException failed) {
                // That somebody hung up is no failure of ours: the server knows what to do with the exception beneath.
                if (failed.getCause() instanceof IOException broken) {
                    throw broken;
                }
                throw failed;
            }
        };
    }

    private static JsonArrayBuilder history(List<JournalNote> notes) {
        var history = JSON.createArrayBuilder();
        for (var note : notes) {
            var json = JSON.createObjectBuilder();
            time(json, "at", note.at());
            text(json, "kind", note.kind());
            text(json, "detail", note.detail());
            history.add(text(json, "author", note.author()));
        }
        return history;
    }

    private static JsonObjectBuilder raw(JsonObjectBuilder json, byte[] raw) {
        try {
            return json.add("raw", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException noText) {
            return json.add("rawBase64", Base64.getEncoder().encodeToString(raw));
        }
    }

    private static JsonObjectBuilder time(JsonObjectBuilder json, String name, Instant time) {
        return text(json, name, time == null ? null : time.toString());
    }

    private static JsonObjectBuilder text(JsonObjectBuilder json, String name, String text) {
        return text == null ? json.addNull(name) : json.add(name, text);
    }
}
