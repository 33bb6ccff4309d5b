package org.egnytereceiver.event;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEvent;
import org.egnytereceiver.event.msp.MspEvent;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Events read and checked by the very libraries the server uses. */
public final class Events {

    private static final Jsonb JSONB = JsonbBuilder.create();

    /* The usual interpolator wants the expression language, which only a server has. */
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private Events() {
    }

    public static ConnectEvent connect(String text) {
        return JSONB.fromJson(text, ConnectEvent.class);
    }

    public static MspEvent msp(String text) {
        return JSONB.fromJson(text, MspEvent.class);
    }

    /** The places at which an event's identity is not readable; none if it is. */
    public static List<String> violations(EgnyteEvent event) {
        return VALIDATOR.validate(event).stream().map(Events::place).sorted().toList();
    }

    /** All cases of a sealed hierarchy. */
    public static Stream<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Events::leavesOf) : Stream.of(type);
    }

    private static String place(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }
}
