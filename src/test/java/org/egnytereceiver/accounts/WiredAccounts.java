package org.egnytereceiver.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.egnytereceiver.audit.AuditRow;
import org.egnytereceiver.audit.AuditTrail;
import org.egnytereceiver.audit.AuditTrails;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.origin.WiredProxies;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.support.MovableClock;
import org.egnytereceiver.support.Requests;

/** The beans of the accounts, put together on a real database as a container would. */
final class WiredAccounts {

    final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T04:05:06.789Z"));
    final OwnAccountList list = new OwnAccountList();
    final Login login = new Login();
    private final ConfiguredAccounts configured = new ConfiguredAccounts();
    private final AccountSettings settings = new AccountSettings();
    private final RealDatabase database;
    private final AuditTrail audit;

    WiredAccounts(RealDatabase database) {
        this.database = database;
        audit = AuditTrails.wired(database, clock, Map.of());
        settings.settings = new Settings();
        var store = new AccountStore();
        store.accounts = database.entities();
        store.clock = clock;
        configured.settings = settings;
        configured.accounts = store;
        list.settings = settings;
        list.accounts = store;
        login.settings = settings;
        login.own = new OwnAccounts();
        login.own.accounts = store;
        login.own.verified = new VerifiedLogins();
        login.own.verified.clock = clock;
        login.own.proxies = login.proxies = WiredProxies.none();
        login.tokens = new TokenCheck();
        login.tokens.settings = settings;
        login.attempts = new Attempts();
        login.attempts.clock = clock;
        login.failedLogins = new FailedLogins();
        login.failedLogins.accounts = store;
        login.failedLogins.audit = audit;
        login.failedLogins.clock = clock;
    }

    /** Starts a receiver with these settings. */
    WiredAccounts started(Map<String, String> values) {
        Configured.during(values, () -> settings.read(new ReceiverStarting()));
        database.doInTransaction(() -> configured.set(new ReceiverStarted()));
        return this;
    }

    void behindProxies(String addresses) {
        Configured.during(Map.of("egnyte.origin.proxies", addresses),
                () -> login.own.proxies = login.proxies = WiredProxies.configured());
    }

    LoginResult login(String name, String password, String address) {
        return login(name, password, address, List.of());
    }

    LoginResult loginBehind(String proxy, String name, String password, String address) {
        return login(name, password, proxy, List.of(address));
    }

    /** As when somebody failed there for the first time. */
    void failed(String name, String address) {
        database.doInTransaction(() -> login.failedLogins.note(name, address, 1));
    }

    private LoginResult login(String name, String password, String peer, List<String> forwardedFor) {
        var header = "Basic " + Base64.getEncoder().encodeToString((name + ":" + password)
                .getBytes(StandardCharsets.UTF_8));
        return database.inTransaction(() -> login.of(Requests.of(header, peer, forwardedFor)));
    }

    void whileOthersHaveAllTurns(Runnable work) {
        var turns = login.own.turns;
        Runnable taken = work;
        for (var i = 0; i < OwnAccounts.AT_A_TIME; i++) {
            var inside = taken;
            taken = () -> turns.take(() -> {
                inside.run();
                return true;
            });
        }
        taken.run();
    }

    AccountChange change(Supplier<AccountChange> change) {
        return database.inTransaction(change);
    }

    List<StoredAccount> all() {
        return database.inTransaction(list::all);
    }

    List<AuditRow> audited() {
        return database.inTransaction(() -> audit.latest(null, 500));
    }
}
