package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Slows down whoever guesses passwords (ADR 0021): for one account from one address, for one address whatever the
 * account, and a little for one account from everywhere. An attempt is booked before it is looked at, so that asking
 * for many at once gains nothing: until one that is booked is decided, it counts as if it failed. The last rule is not
 * for those who have not failed for that account at their address: somebody with many addresses could win every such
 * second, and keep its owner out.
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

    /** @param pending how many are looked at just now */
    private record Failures(int count, int pending, int refused, Instant last, Instant until) {

        private static final Failures NONE = new Failures(0, 0, 0, Instant.MIN, Instant.MIN);

        Failures asOf(Instant now) {
            return count == 0 || now.minus(FORGOTTEN_AFTER).isAfter(last) ? new Failures(0, pending, 0, last, until)
                    : this;
        }

        Failures booked() {
            return new Failures(count, pending + 1, refused, last, until);
        }

        /** Whoever was not asked for the longest has to go, so a booking may be gone when it is decided. */
        Failures decided() {
            return new Failures(count, Math.max(0, pending - 1), refused, last, until);
        }

        Failures forgiven() {
            return new Failures(0, pending, 0, Instant.MIN, Instant.MIN);
        }

        boolean isNothing() {
            return count == 0 && pending == 0;
        }
    }

    /**
     * Books an attempt, which then has to be decided: {@link #failed}, {@link #succeeded} or {@link #undecided}.
     *
     * @return how long this caller has to wait before an attempt is looked at, and nothing is booked; or zero
     */
    synchronized Duration book(String account, String address) {
        var now = clock.instant();
        var isWithoutFailure = known(Rule.ACCOUNT_FROM_ADDRESS, account, address).asOf(now).isNothing();
        var wait = Stream.of(Rule.values()).filter(rule -> rule != Rule.ACCOUNT || !isWithoutFailure)
                .map(rule -> wait(rule, known(rule, account, address).asOf(now), now))
                .max(Comparator.naturalOrder()).orElseThrow();
        if (wait.isZero()) {
            change(account, address, (rule, known) -> known.asOf(now).booked());
        }
        return wait;
    }

    private static Duration wait(Rule rule, Failures known, Instant now) {
        if (now.isBefore(known.until())) {
            return Duration.between(now, known.until());
        }
        return known.pending() == 0 ? Duration.ZERO : rule.waitAfter(known.count() + known.pending());
    }

    /** @return how often this account has failed from this address, this time included */
    synchronized int failed(String account, String address) {
        var now = clock.instant();
        change(account, address, (rule, known) -> oneMore(rule, known.asOf(now).decided(), now));
        return known(Rule.ACCOUNT_FROM_ADDRESS, account, address).count();
    }

    /** What was wrong before was a slip. What others did at the same address, or elsewhere, is not forgotten. */
    synchronized void succeeded(String account, String address) {
        change(account, address, (rule, known) ->
                rule == Rule.ACCOUNT_FROM_ADDRESS ? known.decided().forgiven() : known.decided());
    }

    /** It could not be looked at after all. */
    synchronized void undecided(String account, String address) {
        change(account, address, (rule, known) -> known.decided());
    }

    /** Nothing was looked at: the wait does not get longer, but such attempts are not without end. */
    synchronized void refused(String account, String address) {
        failures.computeIfPresent(key(Rule.ADDRESS, account, address),
                (key, known) -> new Failures(known.count(), known.pending(), known.refused() + 1, known.last(),
                        known.until()));
    }

    /**
     * Whether somebody who was verified at this address a short time ago is let through while others there have to
     * wait. Not for ever, since asking whether somebody is that one is a quick way to guess.
     */
    synchronized boolean mayBeRecognized(String account, String address) {
        var known = failures.get(key(Rule.ADDRESS, account, address));
        return known == null || known.refused() < REFUSED_AT_MOST;
    }

    private static Failures oneMore(Rule rule, Failures known, Instant now) {
        var count = known.count() + 1;
        return new Failures(count, known.pending(), known.refused(), now, now.plus(rule.waitAfter(count)));
    }

    private Failures known(Rule rule, String account, String address) {
        return failures.getOrDefault(key(rule, account, address), Failures.NONE);
    }

    private void change(String account, String address, BiFunction<Rule, Failures, Failures> change) {
        for (var rule : Rule.values()) {
            var changed = change.apply(rule, known(rule, account, address));
            if (changed.isNothing()) {
                failures.remove(key(rule, account, address));
            } else {
                failures.put(key(rule, account, address), changed);
            }
        }
    }

    private String key(Rule rule, String account, String address) {
        return switch (rule) {
            case ACCOUNT_FROM_ADDRESS -> fingerprints.of("both", account, address);
            case ADDRESS -> fingerprints.of("address", address);
            case ACCOUNT -> fingerprints.of("account", account);
        };
    }
}
