package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares those who ask often the rounds of {@link PasswordHash}. It keeps no password, but a fingerprint of name,
 * password and address, and it counts only together with the very hash it was verified against: an account that was
 * changed or removed, on whichever node, is verified anew.
 */
@ApplicationScoped
class VerifiedLogins {

    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    Clock clock;

    private final Fingerprints fingerprints = new Fingerprints();
    private final Recent<Verified> verified = new Recent<>(MOST);

    private record Verified(String hash, Instant until) {

        @Override
        public String toString() {
            return "Verified[until=" + until + "]";
        }
    }

    synchronized boolean contains(String name, String password, String address, String hash) {
        var found = verified.get(fingerprints.of(name, password, address));
        return found != null && found.hash().equals(hash) && clock.instant().isBefore(found.until());
    }

    synchronized void add(String name, String password, String address, String hash) {
        verified.put(fingerprints.of(name, password, address), new Verified(hash, clock.instant().plus(LONGEST)));
    }
}
