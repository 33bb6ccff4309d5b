package org.egnytereceiver.accounts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.egnytereceiver.accounts.LoginResult.Known;
import org.egnytereceiver.accounts.LoginResult.Unknown;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.problem.Refusal;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.support.MovableClock;
import org.egnytereceiver.support.OidcProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {

    private final OidcProvider provider = OidcProvider.started();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T04:05:06Z"));
    private TokenCheck tokens = tokens(Map.of());

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTokenGivesTheRolesItNames() {
        assertThat(account(provider.claims("olga", "egnyte-operator", "other")))
                .isEqualTo(new Account("olga", EnumSet.allOf(Role.class)));
        assertThat(account(provider.claims("victor", "egnyte-viewer")).roles()).containsExactly(Role.VIEWER);
        assertThat(account(provider.claims("eve", "EGNYTE-OPERATOR", "egnyte")).roles()).isEmpty();
    }

    @Test
    void rolesAreFoundWhereTheProviderPutsThem() {
        tokens = tokens(Map.of("egnyte.accounts.roles-claim", "realm_access.roles"));
        var nested = provider.claims("olga").claim("realm_access", Map.of("roles", List.of("egnyte-operator")));
        assertThat(account(nested).roles()).contains(Role.OPERATOR);
        assertThat(account(provider.claims("olga", "egnyte-operator")).roles()).isEmpty();
        tokens = tokens(Map.of("egnyte.accounts.roles-claim", "scope"));
        assertThat(account(provider.claims("olga").claim("scope", "openid egnyte-viewer")).roles())
                .containsExactly(Role.VIEWER);
        assertThat(account(provider.claims("olga").claim("scope", 7)).roles()).isEmpty();
    }

    @Test
    void whoHasNoNameIsNamedByTheSubject() {
        assertThat(account(provider.claims("olga").claim("preferred_username", null)).name()).isEqualTo("id of olga");
    }

    @Test
    void aNameThatIsMeantToHarmIsMadeHarmless() {
        assertThat(account(provider.claims("o\u0000l\r\n\u202Ega" + "x".repeat(1_000))).name())
                .startsWith("o\uFFFDl\uFFFD\uFFFD\uFFFDgaxx").hasSize(200);
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        refuses(provider.forged(provider.claims("olga", "egnyte-operator")));
        refuses(provider.token(provider.claims("olga", "egnyte-operator").issuer("http://localhost/realms/other")));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        refuses(provider.token(provider.claims("olga", "egnyte-operator").audience("another-application")));
        refuses(provider.token(provider.claims("olga", "egnyte-operator").audience((String) null)));
    }

    @Test
    void aTokenOfAnotherTimeIsRefused() {
        refuses(provider.token(provider.claims("olga", "egnyte-operator").expirationTime(in(-120))));
        refuses(provider.token(provider.claims("olga", "egnyte-operator").expirationTime(null)));
        refuses(provider.token(provider.claims("olga", "egnyte-operator").notBeforeTime(in(120))));
    }

    @Test
    void aTokenThatIsNotSignedIsRefused() {
        refuses(new PlainJWT(provider.claims("olga", "egnyte-operator").build()).serialize());
    }

    /** The oldest trick: take the public key for a shared secret. */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
        var secret = provider.publicKey().toRSAPublicKey().getEncoded();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.publicKey().getKeyID())
                .build(),
                provider.claims("olga", "egnyte-operator").build());
        token.sign(new MACSigner(secret));
        refuses(token.serialize());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer a.b.c", "Bearer ...", "Basic b2xnYTp0b3Atc2VjcmV0",
            "the secret"})
    void whatIsNoTokenIsRefused(String header) {
        assertThat(tokens.proven(header)).isInstanceOf(Unknown.class);
    }

    @Test
    void aTokenOfAnyLengthIsRefusedWithoutReadingIt() {
        refuses(provider.token(provider.claims("olga", "egnyte-operator").claim("long", "x".repeat(20_000))));
        assertThat(provider.timesAskedForKeys()).isZero();
    }

    @Test
    void theProviderIsNotAskedForEachRequest() {
        IntStream.range(0, 50).forEach(i -> account(provider.claims("olga", "egnyte-viewer")));
        assertThat(provider.timesAskedForKeys()).isEqualTo(1);
    }

    @Test
    void anotherKeyOfTheProviderIsLearned() {
        account(provider.claims("olga", "egnyte-viewer"));
        provider.changeKey();
        assertThat(account(provider.claims("olga", "egnyte-viewer")).roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void madeUpKeysDoNotMakeTheReceiverAskWithoutEnd() {
        account(provider.claims("olga", "egnyte-viewer"));
        try (var stranger = OidcProvider.started()) {
            IntStream.range(0, 20).forEach(i -> {
                stranger.changeKey();
                refuses(stranger.token(provider.claims("olga", "egnyte-operator")));
            });
        }
        assertThat(provider.timesAskedForKeys()).isLessThanOrEqualTo(3);
    }

    @Test
    void aProviderThatIsAwayIsNoReasonToLetSomebodyInOrToSayTheyAreUnknown() {
        var token = provider.token(provider.claims("olga", "egnyte-operator"));
        provider.close();
        assertThatThrownBy(() -> tokens.proven("Bearer " + token)).isInstanceOf(Refusal.class);
        try (var again = OidcProvider.startedAt(provider.port())) {
            assertThatThrownBy(() -> tokens.proven("Bearer " + token)).as("nobody waits").isInstanceOf(Refusal.class);
            clock.move(Duration.ofSeconds(5));
            assertThat(tokens.proven("Bearer " + again.token(again.claims("olga", "egnyte-viewer"))))
                    .isInstanceOf(Known.class);
        }
    }

    @Test
    void aProviderThatSaysItIsAnotherIsNotTrusted() {
        provider.claimToBe("https://id.example");
        assertThatThrownBy(() -> tokens.proven("Bearer " + provider.token(provider.claims("olga", "egnyte-operator"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keysThatAnybodyOnTheWayCouldReplaceAreNotTrusted() {
        provider.publishKeysAt("http://keys.example/keys");
        assertThatThrownBy(() -> tokens.proven("Bearer " + provider.token(provider.claims("olga", "egnyte-operator"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aFewWaitForASlowProviderAndAllOthersAreRefusedWhileTheyDo() throws Exception {
        provider.keepEverybodyWaiting();
        waitsForTheProvider(provider.token(provider.claims("olga", "egnyte-viewer")), Known.class);
    }

    @Test
    void whoMakesUpKeysKeepsNobodyWaitingWhoseKeyIsKnown() throws Exception {
        account(provider.claims("olga", "egnyte-viewer"));
        provider.keepEverybodyWaiting();
        try (var stranger = OidcProvider.started()) {
            waitsForTheProvider(stranger.token(provider.claims("olga", "egnyte-viewer")), Unknown.class);
        }
    }

    private void waitsForTheProvider(String token, Class<?> inTheEnd) throws Exception {
        var isKeyKnown = inTheEnd == Unknown.class;
        var callers = Executors.newCachedThreadPool();
        try {
            var answers = new ExecutorCompletionService<LoginResult>(callers);
            IntStream.range(0, 50).forEach(i -> answers.submit(() -> tokens.proven("Bearer " + token)));
            for (var i = 0; i < 42; i++) {
                assertThatThrownBy(answers.poll(60, SECONDS)::get).hasCauseInstanceOf(Refusal.class);
            }
            assertThat(answers.poll()).as("who waits").isNull();
            if (isKeyKnown) {
                account(provider.claims("olga", "egnyte-viewer"));
            }
            provider.answer();
            for (var i = 0; i < 8; i++) {
                assertThat(answers.poll(60, SECONDS).get()).isInstanceOf(inTheEnd);
            }
        } finally {
            provider.answer();
            callers.shutdown();
        }
    }

    @Test
    void aProviderThatIsAwayIsSaidOnceAndSoIsItsReturn() {
        var log = Logger.getLogger(TokenCheck.class.getName());
        var lines = new ArrayList<String>();
        Filter listener = line -> !lines.add(line.getMessage().substring(0, 8));
        log.setFilter(listener);
        log.setLevel(Level.INFO);
        try {
            var token = provider.token(provider.claims("olga", "egnyte-operator"));
            provider.close();
            for (var i = 0; i < 5; i++) {
                assertThatThrownBy(() -> tokens.proven("Bearer " + token)).isInstanceOf(Refusal.class);
                clock.move(Duration.ofSeconds(5));
            }
            assertThat(lines).containsExactly("EGR-7001");
            try (var again = OidcProvider.startedAt(provider.port())) {
                for (var i = 0; i < 5; i++) {
                    tokens.proven("Bearer " + again.token(again.claims("olga", "egnyte-viewer")));
                }
            }
            assertThat(lines).containsExactly("EGR-7001", "EGR-7003");
        } finally {
            log.setFilter(null);
            log.setLevel(null);
        }
    }

    private Account account(JWTClaimsSet.Builder claims) {
        var result = tokens.proven("Bearer " + provider.token(claims));
        assertThat(result).isInstanceOf(Known.class);
        return ((Known) result).account();
    }

    private void refuses(String token) {
        assertThat(tokens.proven("Bearer " + token)).isInstanceOf(Unknown.class)
                .isEqualTo(new Unknown("Bearer realm=\"Egnyte Webhook Receiver\", error=\"invalid_token\""));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private TokenCheck tokens(Map<String, String> more) {
        var values = new HashMap<>(Map.of("egnyte.accounts.source", "oidc", "egnyte.accounts.issuer", provider.issuer(),
                "egnyte.accounts.audience", OidcProvider.AUDIENCE));
        values.putAll(more);
        var tokens = new TokenCheck();
        tokens.clock = clock;
        tokens.patience = Duration.ofMinutes(2);
        tokens.settings = new AccountSettings();
        tokens.settings.settings = new Settings();
        Configured.during(values, () -> tokens.settings.read(new ReceiverStarting()));
        return tokens;
    }
}
