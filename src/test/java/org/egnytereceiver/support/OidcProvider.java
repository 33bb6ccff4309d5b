package org.egnytereceiver.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An OpenID Connect provider on this machine: it describes itself, publishes its key, and signs what a test wants. */
public final class OidcProvider implements AutoCloseable {

    /** For whom its tokens are, unless a test says otherwise. */
    public static final String AUDIENCE = "egnyte-receiver";

    private final HttpServer server;
    private final AtomicInteger askedForKeys = new AtomicInteger();
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
    private volatile String saysItIs;
    private volatile String keys;
    private volatile RSAKey key = newKey();

    private OidcProvider(HttpServer server) {
        this.server = server;
        this.saysItIs = issuer();
        this.keys = issuer() + "/keys";
        server.createContext("/realms/estate/.well-known/openid-configuration", exchange -> answer(exchange, () ->
                "{\"issuer\":\"" + saysItIs + "\",\"jwks_uri\":\"" + keys + "\"}"));
        server.createContext("/realms/estate/keys", exchange -> {
            askedForKeys.incrementAndGet();
            answer(exchange, () -> new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    /** On a free port. */
    public static OidcProvider started() {
        return startedAt(0);
    }

    /** On this port. */
    public static OidcProvider startedAt(int port) {
        try {
            return new OidcProvider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    0));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What stands in its tokens. */
    public String issuer() {
        return "http://localhost:" + port() + "/realms/estate";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How often somebody wanted its keys. */
    public int timesAskedForKeys() {
        return askedForKeys.get();
    }

    /** From now on its description names somebody else. */
    public void claimToBe(String issuer) {
        saysItIs = issuer;
    }

    /** From now on its description says that its keys are there. */
    public void publishKeysAt(String address) {
        keys = address;
    }

    /** From now on it signs with another key, and publishes that one only. */
    public void changeKey() {
        key = newKey();
    }

    /** From now on whoever asks it anything waits, until it is told to answer. */
    public void keepEverybodyWaiting() {
        mayAnswer = new CountDownLatch(1);
    }

    /** Whoever waits gets an answer. */
    public void answer() {
        mayAnswer.countDown();
    }

    /** What a token for this account says, valid for five minutes. */
    public JWTClaimsSet.Builder claims(String account, String... roles) {
        return new JWTClaimsSet.Builder().issuer(issuer()).audience(AUDIENCE).subject("id of " + account)
                .claim("preferred_username", account).claim("roles", List.of(roles))
                .issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    /** A token as the provider hands it out. */
    public String token(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    /** One that somebody else made, who uses the name of the provider's key. */
    public String forged(JWTClaimsSet.Builder claims) {
        try {
            return signed(claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The key that everybody may know. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(HttpExchange exchange, Supplier<String> text) throws IOException {
        try (exchange) {
            mayAnswer.await();
            var body = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
