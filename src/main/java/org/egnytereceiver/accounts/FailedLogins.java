package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.egnytereceiver.audit.Action;
import org.egnytereceiver.audit.Actor;
import org.egnytereceiver.audit.AuditTrail;

/**
 * Notes who did not prove to be who they said: the first time, and each time the number of failures has doubled. What
 * they gave as a name is not kept, since people type passwords into the wrong field. Anybody may have rows written, from
 * as many addresses as they have, so there are so many in an hour; beyond that, one each time those have doubled.
 */
@ApplicationScoped
class FailedLogins {

    static final int ROWS_AN_HOUR = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    AuditTrail audit;

    @Inject
    AccountStore accounts;

    @Inject
    Clock clock;

    private Instant end = Instant.MIN;
    private int withinTheHour;

    /** @param count how often it has failed from there */
    @Transactional
    public void note(String name, String address, int count) {
        if (!isPowerOfTwo(count)) {
            return;
        }
        var beyond = counted() - ROWS_AN_HOUR;
        if (beyond <= 0) {
            note(name, address, "failures: " + count);
        } else if (isPowerOfTwo(beyond)) {
            var written = 1 + Integer.numberOfTrailingZeros(beyond);
            note(name, address, "failures: " + count + "; rows left out in this hour: " + (beyond - written));
        }
    }

    private void note(String name, String address, String detail) {
        var known = AccountName.isValid(name) && accounts.login(name).isPresent();
        audit.note(new Actor(null, address), Action.LOGIN_FAILED, known ? name : null, detail);
    }

    /** An hour that ends further ahead began before the clock was set back. */
    private synchronized int counted() {
        var now = clock.instant();
        if (now.isAfter(end) || now.plus(HOUR).isBefore(end)) {
            end = now.plus(HOUR);
            withinTheHour = 0;
        }
        return ++withinTheHour;
    }

    private static boolean isPowerOfTwo(int number) {
        return Integer.bitCount(number) == 1;
    }
}
