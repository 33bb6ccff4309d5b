package org.egnytereceiver.work;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler: {@code void on(@Observes @Work FileMoved moved)}, for an exact type, a family, or
 * {@link org.egnytereceiver.event.EgnyteEvent}.
 *
 * <p>A handler runs in the background, after the event was stored and acknowledged, in one transaction with the change
 * of the event's state: what it writes through JPA takes effect exactly once. When it throws, its event is tried again
 * later, and others are not held up. What a handler does outside the transaction can happen more than once.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Work {

    /** The qualifier as a value, for those who fire. */
    final class Literal extends AnnotationLiteral<Work> implements Work {

        private static final long serialVersionUID = 1L;

        static final Literal INSTANCE = new Literal();

        private Literal() {
        }
    }
}
