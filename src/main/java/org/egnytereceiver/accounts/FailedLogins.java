package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.egnytereceiver.audit.Action;
import org.egnytereceiver.audit.Actor;
import org.egnytereceiver.audit.AuditTrail;

/**
 * Notes who did not prove to be who they said: the first time, and each time the number of failures has doubled. What
 * they gave as a name is not kept, since people type passwords into the wrong field.
 */
@ApplicationScoped
class FailedLogins {

    @Inject
    AuditTrail audit;

    @Inject
    AccountStore accounts;

    /** @param count how often it has failed from there */
    @Transactional
    public void note(String name, String address, int count) {
        if (Integer.bitCount(count) == 1) {
            var known = AccountName.isValid(name) && accounts.login(name).isPresent();
            audit.note(new Actor(null, address), Action.LOGIN_FAILED, known ? name : null, "failures: " + count);
        }
    }
}
