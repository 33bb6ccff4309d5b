package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down whoever guesses passwords (ADR 0021): for one account from one address, for one address whatever the
 * account, and a little for one account from everywhere. The last one never adds up to a lock-out, so nobody can shut
 * somebody else out.
 */
@ApplicationScoped
class Attempts {

    private static final int MOST = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int REFUSED_AT_MOST = 1_000;

    @Inject
    Clock clock;

    private final Fingerprints fingerprints = new Fingerprints();
    private final Recent<Failures> failures = new Recent<>(MOST);

    /** How many failures are free, and how long a wait may become. */
    private enum Rule {

        ACCOUNT_FROM_ADDRESS(10, Duration.ofMinutes(5)),
        ADDRESS(100, Duration.ofMinutes(5)),
        ACCOUNT(200, Duration.ofSeconds(1));

        private final int free;
        private final Duration longest;

        Rule(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /** One second after the first that is not free, then double each time. */
        Duration waitAfter(int count) {
            if (count < free) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private record Failures(int count, int refused, Instant last, Instant until) {
    }

    /** @return how long this caller has to wait before the next attempt is looked at, or zero */
    synchronized Duration waitFor(String account, String address) {
        var now = clock.instant();
        var until = now;
        for (var rule : Rule.values()) {
            var known = failures.get(key(rule, account, address));
            if (known != null && known.until().isAfter(until)) {
                until = known.until();
            }
        }
        return Duration.between(now, until);
    }

    /** @return how often this account has failed from this address, this time included */
    synchronized int failed(String account, String address) {
        for (var rule : Rule.values()) {
            failures.compute(key(rule, account, address), (key, known) -> oneMore(rule, known));
        }
        return failures.get(key(Rule.ACCOUNT_FROM_ADDRESS, account, address)).count();
    }

    /** Nothing was looked at: the wait does not get longer, but such attempts are not without end. */
    synchronized void refused(String account, String address) {
        failures.computeIfPresent(key(Rule.ADDRESS, account, address),
                (key, known) -> new Failures(known.count(), known.refused() + 1, known.last(), known.until()));
    }

    /**
     * Whether somebody who was verified at this address a short time ago is let through while others there have to
     * wait. Not for ever, since asking whether somebody is that one is a quick way to guess.
     */
    synchronized boolean mayBeRecognized(String account, String address) {
        var known = failures.get(key(Rule.ADDRESS, account, address));
        return known == null || known.refused() < REFUSED_AT_MOST;
    }

    /** What was wrong before was a slip. What others did at the same address, or elsewhere, is not forgotten. */
    synchronized void succeeded(String account, String address) {
        failures.remove(key(Rule.ACCOUNT_FROM_ADDRESS, account, address));
    }

    private Failures oneMore(Rule rule, Failures known) {
        var now = clock.instant();
        var isForgotten = known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now);
        var count = isForgotten ? 1 : known.count() + 1;
        return new Failures(count, isForgotten ? 0 : known.refused(), now, now.plus(rule.waitAfter(count)));
    }

    private String key(Rule rule, String account, String address) {
        return switch (rule) {
            case ACCOUNT_FROM_ADDRESS -> fingerprints.of("both", account, address);
            case ADDRESS -> fingerprints.of("address", address);
            case ACCOUNT -> fingerprints.of("account", account);
        };
    }
}
