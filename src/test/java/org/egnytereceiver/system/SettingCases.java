package org.egnytereceiver.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.SettingCase.seen;
import static org.egnytereceiver.system.SettingCase.wrong;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.egnytereceiver.support.OidcProvider;

/** A case for every setting. Where no value is wrong, an account gets in by it: an own one, or one of a provider. */
final class SettingCases {

    private static final String FEED = "egnyte.feeds.legal.";

    private final OidcProvider provider;

    SettingCases(OidcProvider provider) {
        this.provider = provider;
    }

    /** By the keys of the README's table. */
    Map<String, SettingCase> byKey() {
        return Stream.of(numbersAndTimes(), entrance(), accounts(), tokens()).flatMap(some -> some.entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, SettingCase> numbersAndTimes() {
        return Stream.of(
                "egnyte.delivery.max-body-size", "egnyte.delivery.max-bytes-under-way",
                "egnyte.delivery.max-deliveries-under-way", "egnyte.delivery.longest-transfer",
                "egnyte.delivery.longest-wait", "egnyte.delivery.max-elements", "egnyte.delivery.max-values",
                "egnyte.delivery.max-element-values", "egnyte.delivery.max-depth", "egnyte.delivery.max-number-length",
                "egnyte.delivery.max-string-length", "egnyte.audit.retention", "egnyte.journal.retention",
                "egnyte.work.max-attempts", "egnyte.work.time-limit", "egnyte.work.longest-wait",
                "egnyte.work.first-delay", "egnyte.work.longest-delay")
                .collect(toMap(Function.identity(), key -> wrong("ten apples")));
    }

    private static Map<String, SettingCase> entrance() {
        var product = Map.of(FEED + "product", "connect");
        var feed = Map.of(FEED + "product", "connect", FEED + "secrets", "legal-secret");
        var feedOfNotices = Map.of(FEED + "product", "msp", FEED + "secrets", "legal-secret");
        return Map.ofEntries(
                Map.entry("egnyte.delivery.header", wrong("no header")),
                Map.entry("egnyte.delivery.secrets", wrong("sha256:7")),
                Map.entry("egnyte.delivery.secrets-file", wrong("/nowhere/at/all")),
                Map.entry("egnyte.delivery.callers", wrong("everybody")),
                Map.entry("egnyte.origin.proxies", wrong("everybody")),
                Map.entry("egnyte.feeds.<name>.product", wrong("drive")),
                Map.entry("egnyte.feeds.<name>.header", wrong("no header", feed)),
                Map.entry("egnyte.feeds.<name>.secrets", wrong("sha256:7", product)),
                Map.entry("egnyte.feeds.<name>.secrets-file", wrong("/nowhere/at/all", product)),
                Map.entry("egnyte.feeds.<name>.domains", wrong("acme", feedOfNotices)));
    }

    private static Map<String, SettingCase> accounts() {
        return Map.of(
                "egnyte.operator.name", wrong("o:lga", Map.of("egnyte.operator.password", "operators-word")),
                "egnyte.operator.password", seen("another-word", Map.of("egnyte.operator.name", "olga"),
                        receiver -> letsIn(receiver, "olga", "another-word")),
                "egnyte.viewer.name", wrong("v:ictor", Map.of("egnyte.viewer.password", "viewers-word")),
                "egnyte.viewer.password", seen("another-word", Map.of("egnyte.viewer.name", "victor"),
                        receiver -> letsIn(receiver, "victor", "another-word")),
                "egnyte.accounts.source", wrong("elsewhere"));
    }

    private static void letsIn(Receiver receiver, String name, String password) {
        assertThat(receiver.getAs(name, password, "stats").status()).isEqualTo(200);
    }

    private Map<String, SettingCase> tokens() {
        var trusted = Map.of("egnyte.accounts.source", "oidc", "egnyte.accounts.issuer", provider.issuer(),
                "egnyte.accounts.audience", OidcProvider.AUDIENCE);
        return Map.of(
                "egnyte.accounts.issuer", wrong("http://elsewhere.example", Map.of("egnyte.accounts.source", "oidc")),
                "egnyte.accounts.audience", seen("the-archive", Map.of("egnyte.accounts.source", "oidc",
                        "egnyte.accounts.issuer", provider.issuer()), this::takesTokensForTheArchive),
                "egnyte.accounts.roles-claim", seen("estate.groups", trusted, this::looksForRolesInGroups),
                "egnyte.accounts.name-claim", seen("email", with(trusted, "egnyte.delivery.secrets", Receiver.SECRET),
                        this::callsAccountsByTheirAddress));
    }

    private void takesTokensForTheArchive(Receiver receiver) {
        var claims = provider.claims("olga", "egnyte-operator");
        get(receiver, provider.token(claims), "audit").refuses(401);
        assertThat(get(receiver, provider.token(claims.audience("the-archive")), "audit").status()).isEqualTo(200);
    }

    private void looksForRolesInGroups(Receiver receiver) {
        var elsewhere = provider.claims("olga", "egnyte-operator");
        get(receiver, provider.token(elsewhere), "audit").refuses(403);
        var there = provider.claims("olga").claim("estate", Map.of("groups", List.of("egnyte-operator")));
        assertThat(get(receiver, provider.token(there), "audit").status()).isEqualTo(200);
    }

    private void callsAccountsByTheirAddress(Receiver receiver) {
        var token = provider.token(provider.claims("olga", "egnyte-operator").claim("email", "olga@estate.example"));
        receiver.deliver("[7]").counts(1, 0, 0, 1);
        var discarded = first(get(receiver, token, "quarantine")).getString("id");
        assertThat(receiver.send(receiver.api("quarantine/" + discarded)
                .header("Authorization", "Bearer " + token).DELETE()).status()).isEqualTo(204);
        assertThat(first(get(receiver, token, "audit")).getString("account")).isEqualTo("olga@estate.example");
    }

    private static Answer get(Receiver receiver, String token, String path) {
        return receiver.send(receiver.api(path).header("Authorization", "Bearer " + token));
    }

    private static JsonObject first(Answer page) {
        return page.json().getJsonArray("items").getJsonObject(0);
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        return Stream.concat(settings.entrySet().stream(), Stream.of(Map.entry(key, value)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
