package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Hands out the lower part of the journal's numbers. It is taken from the database in blocks, so that a delivery knows
 * the numbers of its events before it inserts them; what a stopped node had left is skipped.
 */
@ApplicationScoped
class EntryNumbers {

    /** The increment of the sequence, see V0001. */
    private static final int BLOCK = 1000;

    @PersistenceContext
    EntityManager journal;

    private long next;
    private long end;

    /** @return a number that no other event received in the same millisecond has, on any node */
    synchronized long next() {
        if (next == end) {
            next = nextBlock();
            end = next + BLOCK;
        }
        return next++;
    }

    private long nextBlock() {
        var number = (Number) journal.createNativeQuery("select nextval('journal_number')").getSingleResult();
        return number.longValue();
    }
}
