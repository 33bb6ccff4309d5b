package org.egnytereceiver.event.msp;

import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.util.Optional;
import org.egnytereceiver.event.Reading;
import org.egnytereceiver.event.msp.MspEvent.Unknown;
import org.egnytereceiver.event.msp.MspEvent.Unreadable;

/** Makes an event of any JSON object, also of a type that JSON-B's own polymorphism was not told of. */
public final class MspEventDeserializer implements JsonbDeserializer<MspEvent> {

    @Override
    public MspEvent deserialize(JsonParser parser, DeserializationContext context, Type type) {
        var event = Reading.of(parser);
        var notice = Notice.of(event);
        return Optional.ofNullable(notice.eventType()).flatMap(MspEventType::named)
                .map(known -> known(known, notice, event))
                .orElseGet(() -> new Unknown(notice, event.json()));
    }

    private static MspEvent known(MspEventType type, Notice notice, Reading event) {
        return event.repeatsAnywhere()
                ? new Unreadable(notice, event.json(), "a key stands twice")
                : type.assemble(notice, event.json());
    }
}
