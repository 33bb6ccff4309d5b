package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.egnytereceiver.accounts.AccountStore.Kept;
import org.egnytereceiver.origin.Proxies;

/** The receiver's own accounts, as a login asks for them. */
@ApplicationScoped
class OwnAccounts implements PasswordSource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int WAITING_PER_TURN = 4;
    static final int AT_A_TIME = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Inject
    AccountStore accounts;

    @Inject
    VerifiedLogins verified;

    @Inject
    Proxies proxies;

    /** Stands in for an account that does not exist, so that asking for one costs what a wrong password costs. */
    private final Kept decoy = new Kept(PasswordHash.of(UUID.randomUUID().toString()), Role.VIEWER);

    /**
     * Verifying is slow on purpose; whoever has many passwords verified may take half of the machine, not all of it,
     * and a few threads of the server.
     */
    final Turns turns = new Turns(AT_A_TIME, WAITING_PER_TURN * AT_A_TIME, LONGEST_WAIT);

    @Override
    public Optional<Account> proven(BasicCredentials given, HttpServletRequest request) {
        var stored = stored(given);
        var isRight = isRight(stored.orElse(decoy), given, proxies.nameOfOrigin(request));
        return stored.filter(known -> isRight).map(known -> account(given, known));
    }

    @Override
    public Optional<Account> recognized(BasicCredentials given, HttpServletRequest request) {
        return stored(given)
                .filter(known -> isVerified(known, given, proxies.nameOfOrigin(request)))
                .map(known -> account(given, known));
    }

    private Optional<Kept> stored(BasicCredentials given) {
        return AccountName.isValid(given.name()) ? accounts.login(given.name()) : Optional.empty();
    }

    private static Account account(BasicCredentials given, Kept stored) {
        return new Account(given.name(), Role.of(List.of(stored.role().roleName())));
    }

    private boolean isRight(Kept login, BasicCredentials given, String address) {
        if (isVerified(login, given, address)) {
            return true;
        }
        return turns.take(() -> isRightOnceVerified(login, given, address));
    }

    /** A page asks for many things at once: all but the first of these need not be verified any more. */
    private boolean isRightOnceVerified(Kept login, BasicCredentials given, String address) {
        if (isVerified(login, given, address)) {
            return true;
        }
        var isRight = PasswordHash.matches(login.hash(), given.password());
        if (isRight) {
            verified.add(given.name(), given.password(), address, login.hash());
        }
        return isRight;
    }

    private boolean isVerified(Kept stored, BasicCredentials given, String address) {
        return verified.contains(given.name(), given.password(), address, stored.hash());
    }
}
