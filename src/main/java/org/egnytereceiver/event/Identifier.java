package org.egnytereceiver.event;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text by which something can be found again: of 1 to 1,000 characters, without NUL and without half of a surrogate
 * pair: databases refuse the one, and UTF-8 cannot carry the other. {@code null} is left to others to judge.
 */
@Constraint(validatedBy = Identifier.Rule.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Identifier {

    String message() default "has to be a text of 1 to 1,000 characters that can be stored";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A loop instead of a pattern: it is asked for every event, twice. */
    final class Rule implements ConstraintValidator<Identifier, String> {

        private static final int LONGEST = 1_000;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || (!text.isEmpty() && text.length() <= LONGEST && isStorable(text));
        }

        private static boolean isStorable(String text) {
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == 0 || Character.isSurrogate(c)) {
                    return text.codePoints().noneMatch(it -> it == 0 || Character.getType(it) == Character.SURROGATE);
                }
            }
            return true;
        }
    }
}
