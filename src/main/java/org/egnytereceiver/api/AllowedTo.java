package org.egnytereceiver.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.egnytereceiver.accounts.Role;

/**
 * The role that a call asks for. It is not {@code jakarta.annotation.security.RolesAllowed}, because servers take that
 * one for a request to check the caller themselves, against a realm that knows nothing of our accounts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface AllowedTo {

    Role value();
}
