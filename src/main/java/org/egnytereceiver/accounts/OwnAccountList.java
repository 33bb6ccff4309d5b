package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Changes the receiver's own accounts. Whatever is changed holds from the next request on, on every node. */
@ApplicationScoped
public class OwnAccountList {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    @Inject
    AccountSettings settings;

    @Inject
    AccountStore accounts;

    /** @return whether the accounts are kept here at all */
    public boolean isHere() {
        return settings.source() == AccountSource.OWN;
    }

    /** @return all accounts, by name */
    @Transactional
    public List<StoredAccount> all() {
        return accounts.all();
    }

    /** Adds an account. */
    @Transactional
    public AccountChange create(String name, String password, Role role) {
        if (!isHere()) {
            return AccountChange.ELSEWHERE;
        }
        if (!AccountName.isValid(name)) {
            return AccountChange.BAD_NAME;
        }
        if (!isGood(name, password)) {
            return AccountChange.BAD_PASSWORD;
        }
        return accounts.insert(name, PasswordHash.of(password), role, false) ? AccountChange.DONE : AccountChange.TAKEN;
    }

    /** Sets another password. */
    @Transactional
    public AccountChange changePassword(String name, String password) {
        if (!isGood(name, password)) {
            return AccountChange.BAD_PASSWORD;
        }
        var obstacle = obstacle(name);
        if (obstacle == AccountChange.DONE) {
            accounts.changePassword(name, PasswordHash.of(password));
        }
        return obstacle;
    }

    /** Gives another role. */
    @Transactional
    public AccountChange changeRole(String name, Role role) {
        var operators = accounts.operators();
        var obstacle = obstacle(name);
        if (obstacle != AccountChange.DONE) {
            return obstacle;
        }
        if (role != Role.OPERATOR && operators.equals(List.of(name))) {
            return AccountChange.LAST_OPERATOR;
        }
        accounts.changeRole(name, role);
        return AccountChange.DONE;
    }

    /** Takes an account away. */
    @Transactional
    public AccountChange remove(String name) {
        var operators = accounts.operators();
        var obstacle = obstacle(name);
        if (obstacle != AccountChange.DONE) {
            return obstacle;
        }
        if (operators.equals(List.of(name))) {
            return AccountChange.LAST_OPERATOR;
        }
        accounts.remove(name);
        return AccountChange.DONE;
    }

    /** @return what keeps this account from being changed, or that nothing does */
    private AccountChange obstacle(String name) {
        if (!isHere()) {
            return AccountChange.ELSEWHERE;
        }
        if (!AccountName.isValid(name)) {
            return AccountChange.UNKNOWN;
        }
        return accounts.locked(name)
                .map(account -> account.configured() ? AccountChange.CONFIGURED : AccountChange.DONE)
                .orElse(AccountChange.UNKNOWN);
    }

    /** Length is what counts; which characters it is made of is left to people and their password managers. */
    private static boolean isGood(String name, String password) {
        var length = password.codePointCount(0, password.length());
        return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD && !password.equalsIgnoreCase(name);
    }
}
