package org.egnytereceiver.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Remembers who did what. */
@ApplicationScoped
public class AuditTrail {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_DETAIL = 2000;

    @PersistenceContext
    EntityManager audit;

    @Inject
    AuditSettings settings;

    @Inject
    Clock clock;

    /**
     * Notes a deed in its own transaction: either both are there afterwards, or neither.
     *
     * @param subject what it is done to, or null
     * @param detail  what else there is to know, or null; never a secret
     */
    @Transactional(TxType.MANDATORY)
    public void note(Actor actor, Action action, String subject, String detail) {
        audit.createNativeQuery("""
                insert into audit_entry (noted_at, account, address, action, subject, detail)
                values (?1, cast(?2 as varchar), ?3, ?4, cast(?5 as varchar), cast(?6 as varchar))""")
                .setParameter(1, clock.millis())
                .setParameter(2, PlainText.of(actor.account(), LONGEST_NAME))
                .setParameter(3, PlainText.of(actor.address(), LONGEST_ADDRESS))
                .setParameter(4, action.code())
                .setParameter(5, PlainText.of(subject, LONGEST_NAME))
                .setParameter(6, PlainText.of(detail, LONGEST_DETAIL))
                .executeUpdate();
    }

    /**
     * Lists what was noted, the latest first.
     *
     * @param before the number of the last row of the page before, or null for the first page
     */
    @Transactional
    public List<AuditRow> latest(Long before, int limit) {
        List<?> rows = audit.createNativeQuery("""
                select id, noted_at, account, action, subject, detail, address from audit_entry
                where id < ?1 order by id desc limit ?2""")
                .setParameter(1, before == null ? Long.MAX_VALUE : before)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    /** @return whether there may be more to let go of */
    @Transactional
    public boolean removeExpired() {
        var removed = audit.createNativeQuery("""
                delete from audit_entry where id in
                    (select id from audit_entry where noted_at < ?1 order by noted_at limit ?2)""")
                .setParameter(1, clock.instant().minus(settings.retention()).toEpochMilli())
                .setParameter(2, ROWS_AT_ONCE)
                .executeUpdate();
        return removed == ROWS_AT_ONCE;
    }

    private static AuditRow row(Object[] columns) {
        return new AuditRow(((Number) columns[0]).longValue(), Instant.ofEpochMilli(((Number) columns[1]).longValue()),
                (String) columns[2], (String) columns[3], (String) columns[4], (String) columns[5],
                (String) columns[6]);
    }
}
