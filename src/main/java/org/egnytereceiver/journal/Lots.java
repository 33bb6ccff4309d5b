package org.egnytereceiver.journal;

import static org.egnytereceiver.journal.Columns.number;
import static org.egnytereceiver.journal.Columns.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.egnytereceiver.journal.IncomingEntries.Incoming;

/**
 * How far the work has come on events that are worked together: one row says it for all of them, as long as none goes a
 * way of its own. A lot waits until it is processed, or until it is parted: then each of its events has a row in
 * {@code journal_progress}, which says more (see ADR 0032).
 */
@ApplicationScoped
class Lots {

    @PersistenceContext
    EntityManager journal;

    @Inject
    Event<FreshLots.Begun> begun;

    /**
     * A lot that waits, and is locked.
     *
     * @param size characters of its raw events
     */
    record Waiting(long id, int events, long size) {

        private static Waiting of(Object[] columns) {
            return new Waiting(number(columns[0]), (int) number(columns[1]), number(columns[2]));
        }
    }

    /**
     * @param fresh events that were just stored
     * @return the lots they were stored in, which now wait for work
     */
    List<Lot> begin(List<Incoming> fresh) {
        var lots = NewLot.of(fresh);
        journal.createNativeQuery("""
                insert into journal_lot (id, state, events, size) select id, 'WAITING', events, size
                from unnest(cast(?1 as bigint array), cast(?2 as integer array), cast(?3 as bigint array))
                    as lot (id, events, size)""")
                .setParameter(1, column(lots, NewLot::id, Long[]::new))
                .setParameter(2, column(lots, lot -> lot.events().size(), Integer[]::new))
                .setParameter(3, column(lots, NewLot::size, Long[]::new))
                .executeUpdate();
        begun.fire(new FreshLots.Begun(lots));
        return lots.stream().map(lot -> new Lot(lot.id(), lot.events().size())).toList();
    }

    private static <T> T[] column(List<NewLot> lots, Function<NewLot, T> value, IntFunction<T[]> array) {
        return lots.stream().map(value).toArray(array);
    }

    /** @return those of the lots that wait, in order, locked until the transaction ends; without those that others hold */
    List<Waiting> claim(Collection<Long> ids) {
        List<?> rows = journal.createNativeQuery("""
                select id, events, size from journal_lot
                where id = any(cast(?1 as bigint array)) and state = 'WAITING' order by id for update skip locked""")
                .setParameter(1, ids.toArray(Long[]::new))
                .getResultList();
        return rows.stream().map(row -> Waiting.of((Object[]) row)).toList();
    }

    /** The work on all events of these lots, which are locked, is done. */
    void processed(Collection<Long> lots, long now) {
        settle(lots, EntryState.PROCESSED.name(), now);
    }

    /**
     * Gives each event of these lots, which are locked, a row of its own, in which it waits.
     *
     * @return their numbers, in order
     */
    List<Long> part(Collection<Long> lots) {
        if (lots.isEmpty()) {
            return List.of();
        }
        var events = numbers(journal.createNativeQuery("""
                select id from journal_entry where lot = any(cast(?1 as bigint array)) order by id""")
                .setParameter(1, lots.toArray(Long[]::new))
                .getResultList());
        journal.createNativeQuery("""
                insert into journal_progress (entry_id, state, attempts, size)
                select id, 'WAITING', 0, char_length(raw) from journal_entry where lot = any(cast(?1 as bigint array))""")
                .setParameter(1, lots.toArray(Long[]::new))
                .executeUpdate();
        settle(lots, "PARTED", null);
        return events;
    }

    private void settle(Collection<Long> lots, String state, Long workedAt) {
        if (lots.isEmpty()) {
            return;
        }
        var settled = journal.createNativeQuery("""
                update journal_lot set state = ?1, worked_at = cast(?2 as bigint)
                where id = any(cast(?3 as bigint array)) and state = 'WAITING'""")
                .setParameter(1, state)
                .setParameter(2, workedAt)
                .setParameter(3, lots.toArray(Long[]::new))
                .executeUpdate();
        if (settled != lots.size()) {
            throw new IllegalStateException(settled + " of " + lots.size() + " lots could become " + state);
        }
    }

    /**
     * Gives those of these events that were processed rows of their own, unless they have them, so that they can be
     * replayed. Waits for whoever works them, and for whoever lets go of them.
     *
     * @return the lots of those that wait already, together with others
     */
    List<Lot> detach(Collection<Long> events) {
        var waiting = claim(of(events, "for update"));
        journal.createNativeQuery("""
                insert into journal_progress (entry_id, state, attempts, size, worked_at)
                select e.id, l.state, 1, char_length(e.raw), l.worked_at
                from journal_entry e join journal_lot l on l.id = e.lot and l.state = 'PROCESSED'
                where e.id = any(cast(?1 as bigint array))
                    and not exists (select 1 from journal_progress p where p.entry_id = e.id)
                order by e.id""")
                .setParameter(1, events.toArray(Long[]::new))
                .executeUpdate();
        return waiting.stream().map(lot -> new Lot(lot.id(), lot.events())).toList();
    }

    /** @return those of the events that are in one of these lots */
    List<Long> within(Collection<Lot> lots, Collection<Long> events) {
        return lots.isEmpty() ? List.of() : numbers(journal.createNativeQuery("""
                select id from journal_entry
                where id = any(cast(?1 as bigint array)) and lot = any(cast(?2 as bigint array))""")
                .setParameter(1, events.toArray(Long[]::new))
                .setParameter(2, lots.stream().map(Lot::id).toArray(Long[]::new))
                .getResultList());
    }

    /** @return the lots of these events, locked until the transaction ends; without those that others hold */
    Set<Long> lock(Collection<Long> events) {
        return Set.copyOf(of(events, "for update skip locked"));
    }

    private List<Long> of(Collection<Long> events, String lock) {
        return numbers(journal.createNativeQuery("""
                select id from journal_lot where id in (
                    select lot from journal_entry where id = any(cast(?1 as bigint array)))
                order by id\s""" + lock)
                .setParameter(1, events.toArray(Long[]::new))
                .getResultList());
    }

    /** Removes those of the lots, which are locked, whose events are all gone. */
    void removeEmpty(Collection<Long> lots) {
        journal.createNativeQuery("""
                delete from journal_lot where id = any(cast(?1 as bigint array)) and not exists (
                    select 1 from journal_entry e where e.lot = journal_lot.id)""")
                .setParameter(1, lots.toArray(Long[]::new))
                .executeUpdate();
    }
}
