package org.egnytereceiver.event.connect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.egnytereceiver.event.Reading;
import org.egnytereceiver.event.connect.ConnectEvent.Unknown;
import org.egnytereceiver.event.connect.ConnectEvent.Unreadable;

/**
 * Makes an event of any JSON object. JSON-B's own polymorphism cannot: it wants the type inside the object it tells
 * apart, whereas Egnyte puts it beside the data, and it has no answer to a type it was not told of.
 */
public final class ConnectEventDeserializer implements JsonbDeserializer<ConnectEvent> {

    @Override
    public ConnectEvent deserialize(JsonParser parser, DeserializationContext context, Type type) {
        var event = Reading.of(parser);
        var envelope = Envelope.of(event);
        return ConnectEventType.named(envelope.type())
                .map(known -> known(known, envelope, event))
                .orElseGet(() -> unknown(envelope, event));
    }

    private static ConnectEvent known(ConnectEventType type, Envelope envelope, Reading event) {
        if (event.repeatsWithin("data")) {
            return new Unreadable(envelope, data(event), "a key stands twice in the data");
        }
        return event.json().get("data") instanceof JsonObject data
                ? type.assemble(envelope, data)
                : new Unreadable(envelope, data(event), "the data is not an object");
    }

    private static ConnectEvent unknown(Envelope envelope, Reading event) {
        return new Unknown(envelope, data(event), envelope.readable() && !event.repeatsWithin("data"));
    }

    private static JsonObject data(Reading event) {
        return event.json().get("data") instanceof JsonObject data ? data : JsonValue.EMPTY_JSON_OBJECT;
    }
}
