package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Hands out the journal's numbers. They are taken from the database in blocks, so that a delivery knows the numbers of
 * its events before it inserts them; numbers of a stopped node are skipped.
 */
@ApplicationScoped
class EntryNumbers {

    /** The increment of the sequence, see V0001. */
    private static final int BLOCK = 1000;

    @PersistenceContext
    EntityManager journal;

    private long next;
    private long end;

    /** @return so many new numbers, ascending */
    synchronized Long[] take(int count) {
        var numbers = new Long[count];
        for (var i = 0; i < count; i++) {
            if (next == end) {
                next = nextBlock();
                end = next + BLOCK;
            }
            numbers[i] = next++;
        }
        return numbers;
    }

    private long nextBlock() {
        var number = (Number) journal.createNativeQuery("select nextval('journal_entry_id')").getSingleResult();
        return number.longValue();
    }
}
