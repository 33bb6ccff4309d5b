package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.egnytereceiver.accounts.LoginResult.Known;
import org.egnytereceiver.accounts.LoginResult.TooEarly;
import org.egnytereceiver.accounts.LoginResult.Unknown;
import org.egnytereceiver.origin.Proxies;

/** Finds out who makes a request, with the one source of accounts that is configured. */
@ApplicationScoped
public class Login {

    private static final String BASIC = "Basic realm=\"Egnyte Webhook Receiver\", charset=\"UTF-8\"";

    @Inject
    AccountSettings settings;

    @Inject
    OwnAccounts own;

    @Inject
    ServerRealm server;

    @Inject
    TokenCheck tokens;

    @Inject
    Attempts attempts;

    @Inject
    Proxies proxies;

    @Inject
    FailedLogins failedLogins;

    /** @return who it is, as far as the header {@code Authorization} proves it */
    public LoginResult of(HttpServletRequest request) {
        var given = request.getHeader("Authorization");
        return switch (settings.source()) {
            case OWN -> byPassword(own, given, request);
            case SERVER -> byPassword(server, given, request);
            case OIDC -> byToken(given, request);
        };
    }

    /**
     * Nobody guesses a token, so those who fail are noted and not slowed down; all together, so that few rows are written
     * whoever fails from however many addresses.
     */
    private LoginResult byToken(String given, HttpServletRequest request) {
        var result = tokens.proven(given);
        if (given != null && result instanceof Unknown) {
            var address = proxies.nameOfOrigin(request);
            failedLogins.note("", address, attempts.failed("", ""));
        }
        return result;
    }

    /** Who gives nothing has not tried, and is not counted. */
    private LoginResult byPassword(PasswordSource source, String given, HttpServletRequest request) {
        return BasicCredentials.in(given).map(credentials -> attempt(source, credentials, request))
                .orElse(new Unknown(BASIC));
    }

    private LoginResult attempt(PasswordSource source, BasicCredentials given, HttpServletRequest request) {
        var address = Network.of(proxies.nameOfOrigin(request));
        var wait = attempts.book(given.name(), address);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return whileOthersWait(source, given, request).map(LoginResult.class::cast).orElseGet(() -> {
                attempts.refused(given.name(), address);
                return new TooEarly(wait);
            });
        }
        var account = proven(source, given, request, address);
        if (account.isEmpty()) {
            failedLogins.note(given.name(), proxies.nameOfOrigin(request), attempts.failed(given.name(), address));
            return new Unknown(BASIC);
        }
        attempts.succeeded(given.name(), address);
        return new Known(account.get());
    }

    /** Where nothing was found out, a server or the database being away, nobody has failed. */
    private Optional<Account> proven(PasswordSource source, BasicCredentials given, HttpServletRequest request,
            String address) {
        try {
            return source.proven(given, request);
        } catch (RuntimeException | Error notFoundOut) {
            attempts.undecided(given.name(), address);
            throw notFoundOut;
        }
    }

    /** Whoever guesses at an address must not keep those away who are at work there. */
    private Optional<Known> whileOthersWait(PasswordSource source, BasicCredentials given, HttpServletRequest request) {
        return attempts.mayBeRecognized(given.name(), Network.of(proxies.nameOfOrigin(request)))
                ? source.recognized(given, request).map(Known::new)
                : Optional.empty();
    }
}
