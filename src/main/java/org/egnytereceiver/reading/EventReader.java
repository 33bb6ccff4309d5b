package org.egnytereceiver.reading;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.connect.ConnectEvent;
import org.egnytereceiver.event.msp.MspEvent;

/**
 * Reads one JSON object as an event of a product. Thread-safe; the {@link Jsonb} behind it is made once, because making
 * one costs more than a hundred readings.
 */
@ApplicationScoped
public class EventReader {

    private static final Logger LOG = System.getLogger(EventReader.class.getName());

    private final Jsonb jsonb = JsonbBuilder.create();
    private Validator validator;

    /** The validator itself: an injected one would be looked for in its scope at each call, for every event. */
    @Inject
    void validateBy(ValidatorFactory factory) {
        validator = factory.getValidator();
    }

    /**
     * @param json the text of one JSON object
     * @return the event; one of an unknown type, or one that cannot be read in full, is an event as well
     * @throws jakarta.json.bind.JsonbException or {@link jakarta.json.JsonException} when the text is no JSON object
     */
    public EgnyteEvent read(Product product, String json) {
        return switch (product) {
            case CONNECT -> jsonb.fromJson(json, ConnectEvent.class);
            case MSP -> jsonb.fromJson(json, MspEvent.class);
        };
    }

    /** @return whether the event says clearly which one it is, so that it can be told from others and found again */
    public boolean hasIdentity(EgnyteEvent event) {
        return validator.validate(event).isEmpty();
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception cause) {
            LOG.log(Level.DEBUG, "JSON-B did not close", cause);
        }
    }
}
