package org.egnytereceiver.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.egnytereceiver.accounts.AccountChange;
import org.egnytereceiver.accounts.OwnAccountList;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.audit.Action;
import org.egnytereceiver.audit.Actor;
import org.egnytereceiver.audit.AuditTrail;
import org.egnytereceiver.journal.PagePosition;
import org.egnytereceiver.journal.Replay;
import org.egnytereceiver.journal.ReplayStep;
import org.egnytereceiver.quarantine.Release;
import org.egnytereceiver.quarantine.ReleaseOutcome;

/** Everything that somebody may do: each deed in one transaction with its row in the audit trail. */
@ApplicationScoped
class Actions {

    @Inject
    Replay replay;

    @Inject
    Release release;

    @Inject
    OwnAccountList accounts;

    @Inject
    AuditTrail audit;

    /** @return false when there is no such event */
    @Transactional
    public boolean replay(Actor actor, long id) {
        var replayed = replay.replay(id, actor.account());
        if (replayed) {
            audit.note(actor, Action.EVENT_REPLAYED, String.valueOf(id), null);
        }
        return replayed;
    }

    /** Replays the next of the matching events: many of them in many transactions. */
    @Transactional
    public ReplayStep replayNext(Actor actor, ReplayOrder order, PagePosition after) {
        var step = replay.next(order.filter(), after, actor.account());
        if (step.replayed() > 0) {
            audit.note(actor, Action.EVENTS_REPLAYED, null,
                    "events: " + step.replayed() + ", filter: " + order.filterAsWritten());
        }
        return step;
    }

    /** @return empty when there is no such entry */
    @Transactional
    public Optional<ReleaseOutcome> release(Actor actor, long id) {
        var outcome = release.release(id);
        outcome.filter(known -> known != ReleaseOutcome.CONFLICT)
                .ifPresent(known -> audit.note(actor, Action.QUARANTINE_RELEASED, String.valueOf(id),
                        "outcome: " + known.code()));
        return outcome;
    }

    /** @return false when there is no such entry */
    @Transactional
    public boolean discard(Actor actor, long id) {
        var discarded = release.discard(id);
        if (discarded) {
            audit.note(actor, Action.QUARANTINE_DISCARDED, String.valueOf(id), null);
        }
        return discarded;
    }

    @Transactional
    public AccountChange createAccount(Actor actor, String name, String password, Role role) {
        return noted(accounts.create(name, password, role), actor, Action.ACCOUNT_CREATED, name,
                "role: " + role.roleName());
    }

    @Transactional
    public AccountChange changePassword(Actor actor, String name, String password) {
        return noted(accounts.changePassword(name, password), actor, Action.PASSWORD_CHANGED, name, null);
    }

    @Transactional
    public AccountChange changeRole(Actor actor, String name, Role role) {
        return noted(accounts.changeRole(name, role), actor, Action.ROLE_CHANGED, name, "role: " + role.roleName());
    }

    @Transactional
    public AccountChange removeAccount(Actor actor, String name) {
        return noted(accounts.remove(name), actor, Action.ACCOUNT_REMOVED, name, null);
    }

    private AccountChange noted(AccountChange change, Actor actor, Action action, String name, String detail) {
        if (change == AccountChange.DONE) {
            audit.note(actor, action, name, detail);
        }
        return change;
    }
}
