package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The accounts of the server: it is asked explicitly, for each request, and forgets the answer at once. What a server made
 * of the header by itself, as Open Liberty does, is forgotten before, since it would refuse a second login.
 */
@ApplicationScoped
class ServerRealm implements PasswordSource {

    @Override
    public Optional<Account> proven(BasicCredentials given, HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            logout(request);
        }
        try {
            request.login(given.name(), given.password());
        } catch (ServletException refused) {
            return Optional.empty();
        }
        try {
            var roles = Arrays.stream(Role.values()).map(Role::roleName).filter(request::isUserInRole).toList();
            return Optional.of(new Account(given.name(), Role.of(roles)));
        } finally {
            logout(request);
        }
    }

    /** The server does not say, and is not asked on behalf of those who wait. */
    @Override
    public Optional<Account> recognized(BasicCredentials given, HttpServletRequest request) {
        return Optional.empty();
    }

    private static void logout(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException notLoggedOut) {
            throw new IllegalStateException("The server did not forget a login", notLoggedOut);
        }
    }
}
