package org.egnytereceiver.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.health.HealthReport;
import com.nimbusds.jose.util.health.HealthStatus;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.egnytereceiver.accounts.LoginResult.Known;
import org.egnytereceiver.accounts.LoginResult.Unknown;
import org.egnytereceiver.problem.Causes;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * Takes access tokens of an OpenID Connect provider: signed by a key that it publishes, for us, and not outlived. The
 * provider is asked for its keys when the first token comes, and for new ones now and then; never once per request.
 */
@ApplicationScoped
class TokenCheck {

    private static final Logger LOG = System.getLogger(TokenCheck.class.getName());
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"Egnyte Webhook Receiver\"";
    private static final int LONGEST_TOKEN = 16 << 10;
    private static final int LARGEST_DOCUMENT = 256 << 10;
    private static final long FETCHED_AT_MOST_EVERY_MILLIS = 30_000;

    /** Asymmetric ones only: with a public key taken for a shared secret, everybody could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 8;

    @Inject
    AccountSettings settings;

    @Inject
    Clock clock;

    private Instant nextDiscovery = Instant.MIN;

    private volatile DefaultJWTProcessor<SecurityContext> processor;

    /** How long the provider may take to answer. */
    Duration patience = Duration.ofSeconds(3);

    private final Turns discoveries = new Turns(AT_A_TIME, 0, Duration.ZERO);

    private final AtomicBoolean isAway = new AtomicBoolean();

    /** Tells a token with a key that does not exist from a provider that did not answer yet. */
    private volatile boolean hasKeys;

    LoginResult proven(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Unknown(CHALLENGE);
        }
        var token = authorization.substring(SCHEME.length()).strip();
        if (token.length() > LONGEST_TOKEN) {
            return invalid();
        }
        try {
            return known(processor().process(token, null));
        } catch (RateLimitReachedException unknownKey) {
            if (hasKeys) {
                return invalid();
            }
            throw Refusal.of(ProblemType.UNAVAILABLE);
        } catch (KeySourceException | IOException providerAway) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            return invalid();
        }
    }

    /** Everybody may ask for the provider: it is said once that it went away, and once that it is back. */
    private void isAway(Exception failure) {
        if (!isAway.getAndSet(true)) {
            LOG.log(Level.WARNING, "EGR-7001 the OpenID Connect provider does not answer: {0}", Causes.named(failure));
        }
    }

    private void isBack() {
        if (isAway.getAndSet(false)) {
            LOG.log(Level.INFO, "EGR-7003 the OpenID Connect provider answers again.");
        }
    }

    private LoginResult known(JWTClaimsSet claims) {
        hasKeys = true;
        var name = claims.getClaim(settings.oidc().nameClaim()) instanceof String text ? text : claims.getSubject();
        return new Known(new Account(name, Role.of(roles(claims))));
    }

    /** A list, or words with blanks between them as in {@code scope}. */
    private List<String> roles(JWTClaimsSet claims) {
        Object value = claims.toJSONObject();
        for (var step : settings.oidc().rolesClaim().split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
        }
        return value instanceof String words ? Stream.of(words.split(" ")).toList() : List.of();
    }

    private static LoginResult invalid() {
        return new Unknown(CHALLENGE + ", error=\"invalid_token\"");
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IOException {
        if (processor == null) {
            discoveries.take(this::discover);
        }
        return processor;
    }

    /** Everybody may send something that looks like a token: after a failure nobody is kept waiting for a while. */
    private synchronized DefaultJWTProcessor<SecurityContext> discover() throws IOException {
        if (processor != null) {
            return processor;
        }
        if (clock.instant().isBefore(nextDiscovery)) {
            throw new IOException("The provider was asked a moment ago");
        }
        nextDiscovery = clock.instant().plus(PAUSE);
        try {
            processor = newProcessor(settings.oidc());
            return processor;
        } catch (IOException | ParseException | IllegalArgumentException notUnderstood) {
            isAway(notUnderstood);
            throw new IOException("The provider does not describe itself", notUnderstood);
        }
    }

    private DefaultJWTProcessor<SecurityContext> newProcessor(OidcSettings oidc) throws IOException, ParseException {
        var millis = Math.toIntExact(patience.toMillis());
        var documents = new DefaultResourceRetriever(millis, millis, LARGEST_DOCUMENT);
        var published = keysOf(oidc.issuer(), documents);
        var keys = (JWKSetBasedJWKSource<SecurityContext>) JWKSourceBuilder.create(published, documents)
                // Keys are fetched by who needs them: otherwise a thread would do it that the server does not know.
                .refreshAheadCache(false)
                .rateLimited(FETCHED_AT_MOST_EVERY_MILLIS)
                .healthReporting(this::note)
                .retrying(true)
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS,
                new JWKSetBasedJWKSource<>(new LimitedKeys(keys.getJWKSetSource()))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(oidc.audience(),
                new JWTClaimsSet.Builder().issuer(oidc.issuer().toString()).build(), Set.of("sub", "exp")));
        return processor;
    }

    private void note(HealthReport<?, SecurityContext> fetched) {
        if (fetched.getHealthStatus() == HealthStatus.HEALTHY) {
            isBack();
        } else {
            isAway(fetched.getException());
        }
    }

    /** OpenID Connect Discovery 1.0, section 4; whoever answers has to be whom we asked. */
    private static URL keysOf(URI issuer, DefaultResourceRetriever documents) throws IOException, ParseException {
        var address = issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        var description = JSONObjectUtils.parse(documents.retrieveResource(URI.create(address).toURL()).getContent());
        if (!issuer.toString().equals(JSONObjectUtils.getString(description, "issuer"))) {
            throw new IOException("The provider says it is another issuer");
        }
        return OidcSettings.safe(JSONObjectUtils.getURI(description, "jwks_uri"))
                .orElseThrow(() -> new IOException("The provider's keys are not where they could be trusted")).toURL();
    }
}
