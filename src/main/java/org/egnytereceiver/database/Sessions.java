package org.egnytereceiver.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The database's own view of a transaction. A thread that hangs cannot be ended from outside, but its transaction can:
 * then its locks are gone, and nothing that it does later takes effect.
 */
@ApplicationScoped
public class Sessions {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    /** @return what {@link #end} takes to end the present transaction */
    @Transactional(TxType.MANDATORY)
    public String current() {
        return (String) entities.createNativeQuery(database.currentSession()).getSingleResult();
    }

    /**
     * Ends that transaction from outside, if it is still open. PostgreSQL ends no other one of the same connection; H2 does
     * not tell them apart.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void end(String session) {
        entities.createNativeQuery(database.endOfSession()).setParameter(1, session).getResultList();
    }
}
