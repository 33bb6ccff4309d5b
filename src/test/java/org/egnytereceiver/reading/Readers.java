package org.egnytereceiver.reading;

import jakarta.validation.Validation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The event reader without a container around it. */
public final class Readers {

    private static final EventReader REAL = make();

    private Readers() {
    }

    /** The real one, with the validator that the server uses. */
    public static EventReader real() {
        return REAL;
    }

    private static EventReader make() {
        var reader = new EventReader();
        reader.validateBy(Validation.byDefaultProvider().configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory());
        return reader;
    }
}
