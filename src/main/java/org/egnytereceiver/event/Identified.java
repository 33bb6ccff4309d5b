package org.egnytereceiver.event;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.TreeSet;

/**
 * An event that says clearly which one it is, so that it can be told from others and found again. One constraint of the
 * event instead of one for each part of its identity: it is asked for every event, and a validator makes several objects
 * for each constraint and for each object it visits.
 */
@Constraint(validatedBy = Identified.Rule.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Identified {

    String message() default "has to say clearly which event it is";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Finds a violation for each part of the identity that is not clear, under the part's name. */
    final class Rule implements ConstraintValidator<Identified, EgnyteEvent> {

        private static final int LONGEST = 1_000;

        @Override
        public boolean isValid(EgnyteEvent event, ConstraintValidatorContext context) {
            var unclear = unclear(event);
            if (!unclear.isEmpty()) {
                context.disableDefaultConstraintViolation();
                unclear.forEach(part -> tell(part, context));
            }
            return unclear.isEmpty();
        }

        private static Set<String> unclear(EgnyteEvent event) {
            var unclear = new TreeSet<>(event.ambiguities());
            var key = event.key();
            if (!isIdentifier(key.eventId())) {
                unclear.add("eventId");
            }
            if (key.domain() == null ? key.product() == Product.CONNECT : !isIdentifier(key.domain())) {
                unclear.add("domain");
            }
            return unclear;
        }

        /** By which something can be found again. */
        private static boolean isIdentifier(String text) {
            return text != null && !text.isEmpty() && text.length() <= LONGEST && StorableText.is(text);
        }

        private static void tell(String part, ConstraintValidatorContext context) {
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(part).addConstraintViolation();
        }
    }
}
