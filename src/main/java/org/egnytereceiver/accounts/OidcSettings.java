package org.egnytereceiver.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/**
 * Which tokens are taken.
 *
 * @param issuer     who has to have signed them, as they write it
 * @param audience   for whom they have to be
 * @param rolesClaim where they list roles; dots lead into nested objects
 * @param nameClaim  where they name the account
 */
record OidcSettings(URI issuer, String audience, String rolesClaim, String nameClaim) {

    private static final String ISSUER = "egnyte.accounts.issuer";
    private static final String AUDIENCE = "egnyte.accounts.audience";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static OidcSettings read(Settings settings) {
        return new OidcSettings(
                settings.text("egnyte.accounts.issuer").map(OidcSettings::issuer).orElseThrow(() -> missing(ISSUER)),
                settings.text("egnyte.accounts.audience").orElseThrow(() -> missing(AUDIENCE)),
                settings.text("egnyte.accounts.roles-claim").orElse("roles"),
                settings.text("egnyte.accounts.name-claim").orElse("preferred_username"));
    }

    private static URI issuer(String text) {
        try {
            return safe(new URI(text)).filter(issuer -> issuer.getQuery() == null && issuer.getFragment() == null)
                    .orElseThrow(() -> new WrongSetting(ISSUER, "has to be an https address without a query"));
        } catch (URISyntaxException noAddress) {
            throw new WrongSetting(ISSUER, "is no address");
        }
    }

    /** @return the address, if nobody on the way to it can answer in its place: who does decides who gets in */
    static Optional<URI> safe(URI address) {
        return Optional.ofNullable(address).filter(known -> known.getHost() != null)
                .filter(known -> "https".equals(known.getScheme())
                        || "http".equals(known.getScheme()) && THIS_MACHINE.contains(known.getHost()));
    }

    private static WrongSetting missing(String key) {
        return new WrongSetting(key, "is missing: with egnyte.accounts.source oidc it has to be there");
    }
}
