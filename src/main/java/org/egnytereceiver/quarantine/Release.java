package org.egnytereceiver.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.delivery.Rereading;
import org.egnytereceiver.event.Product;

/**
 * Lets entries out of the quarantine: into the journal, or away. One transaction takes an entry here and brings its
 * events there, so that it is in one of the two places at any moment.
 */
@ApplicationScoped
public class Release {

    @PersistenceContext
    EntityManager quarantine;

    @Inject
    Rereading rereading;

    /**
     * Reads an entry again. What of it is an event by now is worked and published like any other; what still is none
     * goes back to the quarantine, element by element.
     *
     * @return empty when there is no such entry, which is so as well when somebody else was quicker
     */
    @Transactional
    public Optional<ReleaseOutcome> release(long id) {
        return locked(id).map(this::release);
    }

    private ReleaseOutcome release(QuarantineEntry entry) {
        var row = entry.toRow();
        var reason = Reason.ofCode(row.reason()).orElseThrow();
        if (reason == Reason.CONFLICT) {
            return ReleaseOutcome.CONFLICT;
        }
        var stored = rereading.release(row.feed(), Product.named(row.product()).orElseThrow(), reason, row.raw());
        if (stored.isEmpty()) {
            return ReleaseOutcome.QUARANTINED;
        }
        quarantine.remove(entry);
        return stored.getAsInt() > 0 ? ReleaseOutcome.STORED : ReleaseOutcome.DUPLICATE;
    }

    /** @return false when there is no such entry */
    @Transactional
    public boolean discard(long id) {
        return quarantine.createQuery("DELETE FROM QuarantineEntry q WHERE q.id = :id")
                .setParameter("id", id)
                .executeUpdate() > 0;
    }

    private Optional<QuarantineEntry> locked(long id) {
        return Optional.ofNullable(quarantine.find(QuarantineEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
