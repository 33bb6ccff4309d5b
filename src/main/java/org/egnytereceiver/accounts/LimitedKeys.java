package org.egnytereceiver.accounts;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;

/**
 * Keys of a provider that may be slow: a few wait while they are fetched, all others are refused at once. Made-up keys
 * make the receiver ask for new ones, so those who do that have places of their own, and whoever has a token with a key
 * that is known does not wait for them.
 */
final class LimitedKeys extends JWKSetSourceWrapper<SecurityContext> {

    private static final int AT_A_TIME = 8;

    private final Turns known = new Turns(AT_A_TIME, 0, Duration.ZERO);
    private final Turns renewed = new Turns(AT_A_TIME, 0, Duration.ZERO);

    LimitedKeys(JWKSetSource<SecurityContext> cached) {
        super(cached);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        var turns = refresh.equals(JWKSetCacheRefreshEvaluator.noRefresh()) ? known : renewed;
        return turns.take(() -> getSource().getJWKSet(refresh, now, context));
    }
}
