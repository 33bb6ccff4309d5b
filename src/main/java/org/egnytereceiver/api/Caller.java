package org.egnytereceiver.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who makes the request at hand. */
record Caller(Account account, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return account::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return account.roles().stream().anyMatch(allowed -> allowed.roleName().equals(role));
    }

    @Override
    public String getAuthenticationScheme() {
        return BASIC_AUTH;
    }
}
