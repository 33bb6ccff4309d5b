package org.egnytereceiver.journal;

import static org.egnytereceiver.journal.Columns.number;
import static org.egnytereceiver.journal.Columns.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The state of the work on events, whether they are worked together ({@link Lots}) or each goes a way of its own
 * ({@link SingleEvents}). A message says which events to look at; what is written here says whether there is something
 * to do.
 */
@ApplicationScoped
public class Progress {

    @PersistenceContext
    EntityManager journal;

    @Inject
    Lots lots;

    @Inject
    SingleEvents singles;

    @Inject
    ClaimedEvents claimed;

    @Inject
    Tally tally;

    @Inject
    Clock clock;

    /**
     * Locks those of the events that are to be worked now, until the transaction ends. What another worker holds, what
     * is done, dead or not due yet is left out.
     *
     * @param ids of lots, and of events that go a way of their own
     */
    @Transactional(TxType.MANDATORY)
    public Claim claim(Collection<Long> ids) {
        var waiting = lots.claim(ids);
        var others = waiting.size() == ids.size() ? List.<SingleEvents.Waiting>of() : singles.claim(ids);
        return claimed.of(waiting, others);
    }

    /**
     * The work on these claimed events is done.
     *
     * @param worked all events of the claim, or the first of them: then the lot in which the last of them is, is parted
     * @return what of the claim is left to be worked
     */
    @Transactional(TxType.MANDATORY)
    public List<Long> processed(Claim claim, List<StoredEvent> worked) {
        var left = new ArrayList<Long>();
        var finished = new ArrayList<Long>();
        var inFinished = 0;
        var reached = 0;
        for (var lot : claim.lots()) {
            var begun = reached < worked.size();
            reached += lot.events();
            if (reached <= worked.size()) {
                finished.add(lot.id());
                inFinished = reached;
            } else {
                left.addAll(begun ? lots.part(List.of(lot.id())) : List.of(lot.id()));
            }
        }
        left.addAll(claim.own());
        var alone = ids(worked.subList(inFinished, worked.size()), StoredEvent::id);
        left.removeAll(Set.copyOf(alone));
        left.addAll(claim.left());
        lots.processed(finished, clock.millis());
        singles.processed(alone);
        tally.processed(worked.size());
        return left;
    }

    /**
     * Has events go ways of their own from now on, since they cannot be worked together.
     *
     * @param ids of lots, or of such events
     * @return the numbers of the events, without those that another worker holds
     */
    @Transactional(TxType.MANDATORY)
    public List<Long> part(Collection<Long> ids) {
        var events = new TreeSet<>(lots.part(ids(lots.claim(ids), Lots.Waiting::id)));
        events.addAll(ids(singles.claim(ids), SingleEvents.Waiting::id));
        return List.copyOf(events);
    }

    /**
     * Locks an event that is to be worked now, and has it go a way of its own.
     *
     * @return false when another worker holds it, or it is not to be worked any more
     */
    @Transactional(TxType.MANDATORY)
    public boolean claimAlone(long event) {
        var lot = numbers(journal.createNativeQuery("""
                select lot from journal_entry where id = ?1 and lot is not null""")
                .setParameter(1, event)
                .getResultList());
        lots.part(ids(lots.claim(lot), Lots.Waiting::id));
        return !singles.claim(List.of(event)).isEmpty();
    }

    /** @return how often the work on this claimed event was tried before */
    @Transactional(TxType.MANDATORY)
    public int attempts(long id) {
        return singles.attempts(id);
    }

    /** The work on this claimed event failed; it is tried again when it is due. */
    @Transactional(TxType.MANDATORY)
    public void failed(long id, String reason, Instant due) {
        singles.failed(id, EntryState.RETRYING, due, reason);
    }

    /** The work on this claimed event failed for the last time. */
    @Transactional(TxType.MANDATORY)
    public void buried(long id, String reason) {
        singles.failed(id, EntryState.DEAD, clock.instant(), reason);
    }

    /**
     * Has events wait as if they had just come. Each goes a way of its own then, unless it waits already together with
     * others.
     *
     * @return those of the events that exist, as they are to be worked
     */
    @Transactional(TxType.MANDATORY)
    Replayed again(List<Long> ids, String author) {
        var waiting = lots.detach(ids);
        var alone = singles.again(ids);
        var replayed = concat(alone, lots.within(waiting, ids));
        journal.createNativeQuery("""
                insert into journal_note (entry_id, noted_at, kind, author)
                select id, cast(?1 as bigint), 'REPLAYED', cast(?2 as varchar)
                from unnest(cast(?3 as bigint array)) as replayed (id)""")
                .setParameter(1, clock.millis())
                .setParameter(2, author)
                .setParameter(3, array(replayed))
                .executeUpdate();
        return new Replayed(replayed.size(), Stream.concat(alone.stream().map(Lot::of), waiting.stream()).toList());
    }

    /**
     * What waits again.
     *
     * @param events how many were asked for and exist
     * @param lots   what they are to be worked in
     */
    record Replayed(int events, List<Lot> lots) {
    }

    /**
     * Finds events that wait.
     *
     * @param after  the id of a lot; only later ones are looked for
     * @param before what was received before this moment is looked for
     * @param beyond and, to begin with, what was received after this one, by a node whose clock is wrong: its number is in
     *               the future
     * @param events so many at most, unless it is a single lot
     * @return lots, and events that go a way of their own, the oldest first
     */
    @Transactional
    public List<Lot> waiting(long after, Instant before, Instant beyond, int events) {
        List<?> rows = journal.createNativeQuery("""
                select id, events from (
                    (select id, events from journal_lot where state = 'WAITING' and id > ?1 and (id < ?2 or id > ?3)
                    order by id limit ?4)
                    union all
                    (select entry_id, 1 from journal_progress
                    where state = 'WAITING' and entry_id > ?1 and (entry_id < ?2 or entry_id > ?3)
                    order by entry_id limit ?4)) as waiting (id, events)
                order by id limit ?4""")
                .setParameter(1, after)
                .setParameter(2, EntryNumber.firstOf(before.toEpochMilli()))
                .setParameter(3, after == 0 ? EntryNumber.firstOf(beyond.toEpochMilli()) : Long.MAX_VALUE)
                .setParameter(4, events)
                .getResultList();
        return first(rows.stream().map(Object[].class::cast)
                .map(row -> new Lot(number(row[0]), (int) number(row[1]))).toList(), events);
    }

    private static List<Lot> first(List<Lot> lots, int events) {
        var sum = 0;
        for (var i = 0; i < lots.size(); i++) {
            sum += lots.get(i).events();
            if (sum > events && i > 0) {
                return lots.subList(0, i);
            }
        }
        return lots;
    }

    /** @return how many of the lots, and of the events that go a way of their own, are still to be worked, now */
    @Transactional
    public int open(Collection<Long> ids) {
        return (int) number(journal.createNativeQuery("""
                select (select count(*) from journal_lot where id = any(cast(?1 as bigint array)) and state = 'WAITING')
                    + (select count(*) from journal_progress where entry_id = any(cast(?1 as bigint array))
                    and (state = 'WAITING' or (state = 'RETRYING' and due_at <= ?2)))""")
                .setParameter(1, array(ids))
                .setParameter(2, clock.millis())
                .getSingleResult());
    }

    /** @return at most {@code limit} failed events that may be tried again, the longest due first */
    @Transactional
    public List<Lot> due(int limit) {
        return singles.due(limit).stream().map(Lot::of).toList();
    }

    private static <T> List<Long> ids(Collection<T> items, Function<T, Long> id) {
        return items.stream().map(id).toList();
    }

    private static List<Long> concat(List<Long> first, List<Long> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
