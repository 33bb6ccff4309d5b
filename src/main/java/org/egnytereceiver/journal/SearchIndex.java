package org.egnytereceiver.journal;

import static org.egnytereceiver.journal.Columns.number;
import static org.egnytereceiver.journal.Columns.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/**
 * The columns that searches look at, with their indexes. They are written behind the answer, for thousands of events in one
 * statement (ADR 0017); until then a {@link SearchStatement} looks into the journal itself.
 */
@ApplicationScoped
class SearchIndex {

    @PersistenceContext
    EntityManager journal;

    @Inject
    Domains domains;

    /**
     * The statement for a search, to be run after this, in the same transaction or a later one: what is indexed in the
     * meantime is found in the index then, so no event is missed between the two.
     */
    SearchStatement search(EventFilter filter) {
        return new SearchStatement(filter, this::tail, this::waitingLots, domains);
    }

    private WaitingLots waitingLots() {
        List<?> rows = journal.createNativeQuery("""
                select id from (
                    (select id from journal_lot where state = 'WAITING' order by id limit ?1)
                    union
                    (select id from journal_lot where state = 'WAITING' order by id desc limit 1)) as waiting (id)
                order by id""")
                .setParameter(1, WaitingLots.FEW + 1)
                .getResultList();
        return new WaitingLots(numbers(rows));
    }

    private Optional<NumberRange> tail() {
        var ends = (Object[]) journal.createNativeQuery("select min(first_entry), max(last_entry) from journal_tally")
                .getSingleResult();
        return ends[0] == null
                ? Optional.empty()
                : Optional.of(new NumberRange(number(ends[0]), number(ends[1])));
    }

    /**
     * Adds what lies between two numbers, both included, and is not there yet. In the order of numbers, so that two nodes
     * whose ranges overlap do not wait for each other in a circle.
     */
    @Transactional(TxType.MANDATORY)
    void add(long first, long last) {
        journal.createNativeQuery("""
                insert into journal_search
                    (entry_id, feed, product, domain, type, family, path, username, occurred_at)
                select id, feed, product, domain, type, family, path, username, occurred_at
                from journal_entry e
                where id between ?1 and ?2 and not exists (
                    select 1 from journal_search s where s.entry_id = e.id and s.entry_id between ?1 and ?2)
                order by id on conflict do nothing""")
                .setParameter(1, first)
                .setParameter(2, last)
                .executeUpdate();
        domains.noteBetween(first, last);
    }
}
