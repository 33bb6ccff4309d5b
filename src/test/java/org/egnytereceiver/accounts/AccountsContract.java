package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.accounts.LoginResult.Known;
import org.egnytereceiver.accounts.LoginResult.TooEarly;
import org.egnytereceiver.accounts.LoginResult.Unknown;
import org.egnytereceiver.audit.AuditRow;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accounts of the receiver's own promise, whatever stores them. */
abstract class AccountsContract {

    static final Map<String, String> BOTH = Map.of(
            "egnyte.operator.name", "olga", "egnyte.operator.password", "top-secret",
            "egnyte.viewer.name", "victor", "egnyte.viewer.password", "größe");
    static final String HERE = "192.0.2.7";
    static final String ELSEWHERE = "198.51.100.9";
    static final String LONG = "correct horse battery";

    RealDatabase database;
    WiredAccounts accounts;

    @BeforeEach
    void begin(RealDatabase database) {
        this.database = database;
        accounts = new WiredAccounts(database);
    }

    @Test
    void theAccountsOfTheSettingsGetIn() {
        accounts.started(BOTH);
        assertThat(roles(accounts.login("olga", "top-secret", HERE))).containsExactly(Role.VIEWER, Role.OPERATOR);
        assertThat(roles(accounts.login("victor", "größe", HERE))).containsExactly(Role.VIEWER);
    }

    @Test
    void nobodyElseGetsIn() {
        accounts.started(BOTH);
        for (var given : List.of("olga:größe", "Olga:top-secret", "olga:Top-secret", "olga:", ":",
                "o'lga:top-secret")) {
            var parts = given.split(":", 2);
            assertThat(accounts.login(parts[0], parts[1], HERE)).as(given).isInstanceOf(Unknown.class);
        }
        assertThat(accounts.started(Map.of()).login("olga", "top-secret", ELSEWHERE)).isInstanceOf(Unknown.class);
    }

    @Test
    void aPasswordIsNotLookedAtWithoutATurnAndThatCountsForNothing() {
        accounts.started(BOTH);
        accounts.whileOthersHaveAllTurns(() -> {
            for (var name : List.of("olga", "nobody")) {
                assertThatThrownBy(() -> accounts.login(name, "wrong", HERE)).as(name).isInstanceOf(Refusal.class);
            }
        });
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Known.class);
        assertThat(accounts.audited()).isEmpty();
    }

    @Test
    void whoFailsToProveATokenIsNotedToo() {
        accounts.started(Map.of("egnyte.accounts.source", "oidc", "egnyte.accounts.audience", "egnyte-receiver",
                "egnyte.accounts.issuer", "https://login.example.com"));
        for (var i = 0; i < 3; i++) {
            assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Unknown.class);
        }
        assertThat(accounts.audited()).extracting(AuditRow::detail).containsExactly("failures: 2", "failures: 1");
        assertThat(accounts.audited()).extracting(AuditRow::address).containsOnly(HERE);
    }

    @Test
    void theSettingsAreSetAnewAtEachStartAndTheOthersStay() {
        accounts.started(BOTH);
        assertThat(accounts.change(() -> accounts.list.create("vera", LONG, Role.VIEWER)))
                .isEqualTo(AccountChange.DONE);
        accounts.started(Map.of("egnyte.operator.name", "olga", "egnyte.operator.password", "another one"));
        assertThat(accounts.all()).extracting(StoredAccount::name).containsExactly("olga", "vera");
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Unknown.class);
        assertThat(accounts.login("olga", "another one", HERE)).isInstanceOf(Known.class);
        assertThat(accounts.login("vera", LONG, HERE)).isInstanceOf(Known.class);
    }

    @Test
    void aChangeHoldsFromTheNextRequestOn() {
        accounts.started(BOTH);
        accounts.change(() -> accounts.list.create("vera", LONG, Role.VIEWER));
        assertThat(accounts.login("vera", LONG, HERE)).isInstanceOf(Known.class);

        accounts.change(() -> accounts.list.changeRole("vera", Role.OPERATOR));
        assertThat(roles(accounts.login("vera", LONG, HERE))).contains(Role.OPERATOR);
        accounts.change(() -> accounts.list.changePassword("vera", "staple staple"));
        assertThat(accounts.login("vera", LONG, HERE)).isInstanceOf(Unknown.class);
        assertThat(accounts.login("vera", "staple staple", HERE)).isInstanceOf(Known.class);
        accounts.change(() -> accounts.list.remove("vera"));
        assertThat(accounts.login("vera", "staple staple", HERE)).isInstanceOf(Unknown.class);
    }

    @Test
    void aChangeThatMakesNoSenseIsNotMade() {
        accounts.started(BOTH);
        accounts.change(() -> accounts.list.create("vera", LONG, Role.VIEWER));
        var list = accounts.list;
        assertThat(Stream.<Supplier<AccountChange>>of(
                () -> list.create("vera", LONG, Role.VIEWER), () -> list.create("a/b", LONG, Role.VIEWER),
                () -> list.create("a\nb", LONG, Role.VIEWER), () -> list.create("", LONG, Role.VIEWER),
                () -> list.create("eva", "too short", Role.VIEWER),
                () -> list.create("eva", "x".repeat(201), Role.VIEWER),
                () -> list.create("eva long enough", "Eva long enough", Role.VIEWER),
                () -> list.changePassword("nobody", LONG), () -> list.changePassword("olga", LONG),
                () -> list.changePassword("vera", "short"), () -> list.changeRole("olga", Role.VIEWER),
                () -> list.changeRole("nobody", Role.VIEWER), () -> list.remove("victor"),
                () -> list.remove("no\u0000body"))
                .map(accounts::change)).containsExactly(
                AccountChange.TAKEN, AccountChange.BAD_NAME, AccountChange.BAD_NAME, AccountChange.BAD_NAME,
                AccountChange.BAD_PASSWORD, AccountChange.BAD_PASSWORD, AccountChange.BAD_PASSWORD,
                AccountChange.UNKNOWN, AccountChange.CONFIGURED, AccountChange.BAD_PASSWORD, AccountChange.CONFIGURED,
                AccountChange.UNKNOWN, AccountChange.CONFIGURED, AccountChange.UNKNOWN);
        assertThat(accounts.all()).extracting(StoredAccount::name).containsExactly("olga", "vera", "victor");
    }

    @Test
    void theLastOperatorStays() {
        accounts.started(Map.of());
        accounts.change(() -> accounts.list.create("one", LONG, Role.OPERATOR));
        accounts.change(() -> accounts.list.create("two", LONG, Role.OPERATOR));
        var changes = Stream.of("one", "two").map(name -> CompletableFuture.supplyAsync(
                () -> accounts.change(() -> accounts.list.remove(name)))).toList().stream()
                .map(CompletableFuture::join).toList();
        assertThat(changes).containsExactlyInAnyOrder(AccountChange.DONE, AccountChange.LAST_OPERATOR);
        var last = accounts.all().get(0).name();
        assertThat(accounts.change(() -> accounts.list.changeRole(last, Role.VIEWER)))
                .isEqualTo(AccountChange.LAST_OPERATOR);
        assertThat(accounts.change(() -> accounts.list.remove(last))).isEqualTo(AccountChange.LAST_OPERATOR);
    }

    @Test
    void withAccountsElsewhereNoneIsKeptHere() {
        accounts.started(Map.of("egnyte.accounts.source", "server",
                "egnyte.operator.name", "olga", "egnyte.operator.password", "top-secret"));
        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.change(() -> accounts.list.create("vera", LONG, Role.VIEWER)))
                .isEqualTo(AccountChange.ELSEWHERE);
    }

    @Test
    void whoGuessesHasToWaitAndNobodyElse() {
        accounts.started(BOTH);
        guess(accounts, 10);
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(TooEarly.class);
        assertThat(accounts.login("olga", "top-secret", ELSEWHERE)).isInstanceOf(Known.class);
        assertThat(accounts.login("victor", "größe", HERE)).isInstanceOf(Known.class);

        accounts.clock.move(Duration.ofSeconds(1));
        assertThat(accounts.login("olga", "wrong", HERE)).isInstanceOf(Unknown.class);
        assertThat(accounts.login("olga", "wrong", HERE)).isEqualTo(new TooEarly(Duration.ofSeconds(2)));
        accounts.clock.move(Duration.ofSeconds(2));
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Known.class);
    }

    @Test
    void whoGuessesBehindAProxyOfOursKeepsNobodyAwayWhoIsBehindItToo() {
        accounts.behindProxies(HERE);
        accounts.started(BOTH);
        IntStream.range(0, 10).forEach(i -> accounts.loginBehind(HERE, "olga", "wrong " + i, "192.0.2.1"));
        assertThat(accounts.loginBehind(HERE, "olga", "top-secret", "192.0.2.1")).isInstanceOf(TooEarly.class);
        assertThat(accounts.loginBehind(HERE, "olga", "top-secret", "192.0.2.2")).isInstanceOf(Known.class);
        assertThat(accounts.audited()).extracting(AuditRow::address).containsOnly("192.0.2.1");
    }

    @Test
    void whoWasAtWorkAtThatAddressIsNotKeptAway() {
        accounts.started(BOTH);
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Known.class);
        guess(accounts, 10);
        assertThat(accounts.login("olga", "wrong", HERE)).isInstanceOf(TooEarly.class);
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(Known.class);
        assertThat(accounts.login("olga", "wrong", HERE)).isInstanceOf(TooEarly.class);
        IntStream.range(0, 1_000).forEach(i -> accounts.login("olga", "wrong " + i, HERE));
        assertThat(accounts.login("olga", "top-secret", HERE)).isInstanceOf(TooEarly.class);
    }

    @Test
    void whoFailsLeavesARowButNotWhatTheyTyped() {
        accounts.started(BOTH);
        guess(accounts, 5);
        accounts.login("my password by mistake", "", HERE);
        assertThat(accounts.audited()).extracting(AuditRow::subject).containsExactly(null, "olga", "olga", "olga");
        assertThat(accounts.audited()).extracting(AuditRow::detail)
                .containsExactly("failures: 1", "failures: 4", "failures: 2", "failures: 1");
        assertThat(accounts.audited()).allSatisfy(row -> {
            assertThat(row.action()).isEqualTo("login-failed");
            assertThat(row.account()).isNull();
            assertThat(row.address()).isEqualTo(HERE);
        });
    }

    @Test
    void whoFailsFromManyAddressesLeavesFewRows() {
        accounts.started(BOTH);
        var few = FailedLogins.ROWS_AN_HOUR;
        IntStream.range(0, few + 100).forEach(i -> accounts.failed("olga", "192.0.2." + i));
        assertThat(accounts.audited()).hasSize(few + 7).extracting(AuditRow::detail)
                .startsWith("failures: 1; rows left out in this hour: 57", "failures: 1; rows left out in this hour: 26")
                .endsWith("failures: 1", "failures: 1");
        accounts.clock.move(Duration.ofHours(1).plusMillis(1));
        accounts.failed("olga", "192.0.2.1");
        assertThat(accounts.audited()).hasSize(few + 8).first().extracting(AuditRow::detail).isEqualTo("failures: 1");
    }

    @Test
    void noPasswordIsStoredInClear() {
        accounts.started(BOTH);
        List<?> rows = database.inTransaction(
                () -> database.entities().createNativeQuery("select password from account").getResultList());
        assertThat(rows).hasSize(2).allSatisfy(hash -> assertThat((String) hash)
                .startsWith("pbkdf2-sha512$210000$").doesNotContain("top-secret").doesNotContain("größe"));
    }

    private static void guess(WiredAccounts accounts, int times) {
        IntStream.range(0, times).forEach(i ->
                assertThat(accounts.login("olga", "wrong " + i, HERE)).isInstanceOf(Unknown.class));
    }

    private static Set<Role> roles(LoginResult result) {
        assertThat(result).isInstanceOf(Known.class);
        return ((Known) result).account().roles();
    }
}
