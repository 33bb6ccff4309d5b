package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.accounts.AccountStore.Kept;
import org.egnytereceiver.origin.Proxies;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** The receiver's own accounts, as a login asks for them. */
@ApplicationScoped
class OwnAccounts implements PasswordSource {

    private static final int LONGEST_WAIT_SECONDS = 2;

    @Inject
    AccountStore accounts;

    @Inject
    VerifiedLogins verified;

    @Inject
    Proxies proxies;

    /** Stands in for an account that does not exist, so that asking for one costs what a wrong password costs. */
    private final Kept decoy = new Kept(PasswordHash.of(UUID.randomUUID().toString()), Role.VIEWER);

    /**
     * Verifying is slow on purpose; whoever has many passwords verified may take half of the machine, not all of it.
     */
    private final Semaphore turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

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
        var isRight = slowly(login.hash(), given.password());
        if (isRight) {
            verified.add(given.name(), given.password(), address, login.hash());
        }
        return isRight;
    }

    private boolean isVerified(Kept stored, BasicCredentials given, String address) {
        return verified.contains(given.name(), given.password(), address, stored.hash());
    }

    private boolean slowly(String hash, String password) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(ProblemType.UNAVAILABLE);
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        try {
            return PasswordHash.matches(hash, password);
        } finally {
            turns.release();
        }
    }
}
