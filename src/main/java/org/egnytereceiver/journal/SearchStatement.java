package org.egnytereceiver.journal;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;

/**
 * The statement behind a search. What it looks at stands in {@code journal_search}, or, when it is too new for that, in the
 * journal alone (ADR 0017); one statement asks both, so that an event that is being indexed is in one of them. An event id
 * is looked for in the journal, by the identities that it makes with the domains that are known. Long texts are compared
 * by their first 300 characters first, which is what the indexes of PostgreSQL hold (V0006), and in full where that is not
 * all.
 */
final class SearchStatement {

    private static final int LEADING = 300;

    private static final String COLUMNS = """
            select e.id as id, e.feed as feed, e.product as product, e.domain as domain, e.event_id as event_id, e.type as type,
                e.family as family, e.known as known, e.readable as readable, e.occurred_at as occurred_at,
                e.received_at as received_at, coalesce(p.state, l.state) as state,
                1 + (select count(*) from journal_sighting s where s.entry_id = e.id) as times_seen,
                e.path as path, e.username as username,
                coalesce(p.attempts, case when l.state = 'PROCESSED' then 1 else 0 end) as attempts,
                case when p.entry_id is null then l.worked_at else p.worked_at end as worked_at
            """;

    /** How far the work has come says the event's own row, or else that of its lot. */
    private static final String PROGRESS = """
            left join journal_progress p on p.entry_id = e.id left join journal_lot l on l.id = e.lot
            """;

    private static final String JOURNAL = "from journal_entry e " + PROGRESS;

    static final String BY_ID = COLUMNS + JOURNAL + "where e.id = ?1";

    private static final String INDEXED = "from journal_search i join journal_entry e on e.id = i.entry_id " + PROGRESS;

    /** Stand in conditions for what differs between the indexed and the others. */
    private static final String INDEX = "{index}.";
    private static final String NUMBER = "{number}";

    private final List<String> conditions = new ArrayList<>();
    private final List<String> alternatives = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Supplier<Optional<NumberRange>> tail;
    private final boolean isById;

    /**
     * @param tail        between which numbers there may be events that are not indexed, asked for only when it matters
     * @param waitingLots the lots that wait, asked for only when it matters
     * @param domains     asked only when it matters
     */
    SearchStatement(EventFilter filter, Supplier<Optional<NumberRange>> tail, Supplier<WaitingLots> waitingLots,
            Domains domains) {
        this.tail = tail;
        isById = filter.eventId() != null;
        if (isById) {
            conditions.add("e.identity = any(cast(" + placeholder(domains
                    .identities(filter.eventId(), filter.product(), filter.domain())
                    .map(UUID::toString).toArray(String[]::new)) + " as uuid array))");
            equal("e.event_id", filter.eventId());
        }
        equal(INDEX + "feed", filter.feed());
        equal(INDEX + "product", filter.product() == null ? null : filter.product().wireName());
        equalLong(INDEX + "domain", filter.domain());
        equal(INDEX + "type", filter.type());
        equal(INDEX + "family", family(filter));
        equal("e.known", filter.known());
        equalLong(INDEX + "username", filter.user());
        startingWith(INDEX + "path", filter.path());
        if (filter.state() == EntryState.WAITING) {
            waiting(waitingLots.get());
        } else if (filter.state() == EntryState.PROCESSED) {
            conditions.add("coalesce(p.state, l.state) = 'PROCESSED'");
        } else if (filter.state() != null) {
            conditions.add("p.state = '" + filter.state() + "'");
        }
        compare(INDEX + "occurred_at >= ", filter.from() == null ? null : filter.from().toEpochMilli());
        compare(INDEX + "occurred_at < ", filter.to() == null ? null : filter.to().toEpochMilli());
        compare(NUMBER + " >= ", firstOf(filter.receivedFrom()));
        compare(NUMBER + " < ", firstOf(filter.receivedTo()));
    }

    /** Each alternative has an index that finds it, in order: those of their own ways, and those in lots. */
    private void waiting(WaitingLots lots) {
        alternatives.add("p.state = 'WAITING'");
        if (lots.areMany()) {
            alternatives.add("l.state = 'WAITING' and e.id between " + placeholder(lots.entries().first())
                    + " and " + placeholder(lots.entries().last()));
        } else if (!lots.ids().isEmpty()) {
            alternatives.add("l.state = 'WAITING' and e.lot = any(cast("
                    + placeholder(lots.ids().toArray(Long[]::new)) + " as bigint array))");
        }
    }

    SearchStatement behind(PagePosition position) {
        if (position != null) {
            compare(NUMBER + " < ", position.id());
        }
        return this;
    }

    Query latestFirst(EntityManager journal, int limit) {
        return query(journal, latest(COLUMNS, limit));
    }

    Query numbersLatestFirst(EntityManager journal, int limit) {
        return query(journal, latest("select e.id as id ", limit));
    }

    Query count(EntityManager journal) {
        return query(journal, parts().stream().map(part -> "(select count(*) " + part.from() + ")")
                .collect(joining(" + ", "select ", "")));
    }

    private String latest(String columns, int limit) {
        var selects = parts().stream()
                .map(part -> columns + part.from() + " order by " + part.number() + " desc limit " + limit).toList();
        return selects.size() == 1 ? selects.get(0) : selects.stream()
                .collect(joining(") union all (", "select * from ((", ")) as found order by id desc limit " + limit));
    }

    /** What is looked for, in parts of which each is found by an index, and of which no two have an event in common. */
    private List<Part> parts() {
        var where = alternatives.isEmpty() ? List.of(conditions) : alternatives.stream().map(this::with).toList();
        if (isById) {
            return where.stream().map(SearchStatement::byIdentity).toList();
        }
        if (conditions.stream().noneMatch(condition -> condition.contains(INDEX))) {
            return where.stream().map(SearchStatement::inJournal).toList();
        }
        return Stream.concat(where.stream().map(SearchStatement::indexed), notIndexed().stream()
                .flatMap(condition -> where.stream().map(all -> inJournal(with(all, condition))))).toList();
    }

    private List<String> with(String condition) {
        return with(conditions, condition);
    }

    private static List<String> with(List<String> conditions, String condition) {
        return Stream.concat(conditions.stream(), Stream.of(condition)).toList();
    }

    private static Part inJournal(List<String> conditions) {
        return new Part(JOURNAL + where(conditions, "e.", "e.id"), "e.id");
    }

    /** Of many identities, PostgreSQL might look for the last one by walking along all numbers; it has no index of sums. */
    private static Part byIdentity(List<String> conditions) {
        return new Part(inJournal(conditions).from(), "e.id + 0");
    }

    private static Part indexed(List<String> conditions) {
        return new Part(INDEXED + where(conditions, "i.", "i.entry_id"), "i.entry_id");
    }

    /** Both ends are named: with one, PostgreSQL expects a third of the journal behind it, and reads all of it. */
    private Optional<String> notIndexed() {
        return tail.get().map(range -> "e.id between " + placeholder(range.first()) + " and " + placeholder(range.last())
                + " and not exists (select 1 from journal_search n where n.entry_id = e.id)");
    }

    private static String where(List<String> conditions, String index, String number) {
        return conditions.isEmpty()
                ? ""
                : "where " + String.join(" and ", conditions).replace(INDEX, index).replace(NUMBER, number);
    }

    private Query query(EntityManager journal, String sql) {
        var query = journal.createNativeQuery(sql);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** A time between two milliseconds begins with the next one. */
    private static Long firstOf(Instant time) {
        return time == null ? null : EntryNumber.firstOf(time.plusNanos(999_999).toEpochMilli());
    }

    /** One index has family and type, in this order; a type of the catalogue of Connect names its family. */
    private static String family(EventFilter filter) {
        if (filter.family() != null || filter.type() == null) {
            return filter.family();
        }
        return ConnectEventType.named(filter.type())
                .map(type -> filter.type().substring(0, filter.type().indexOf(':')))
                .orElse(null);
    }

    private void equal(String column, Object value) {
        compare(column + " = ", value instanceof String text ? Storable.text(text) : value);
    }

    private void compare(String beginning, Object value) {
        if (value != null) {
            conditions.add(beginning + placeholder(value));
        }
    }

    private void equalLong(String column, String value) {
        if (value != null) {
            var storable = Storable.text(value);
            if (isCountedAlike(storable)) {
                equal("left(" + column + ", " + LEADING + ")", leading(storable));
            }
            if (!isCountedAlike(storable) || storable.length() >= LEADING) {
                equal(column, storable);
            }
        }
    }

    private void startingWith(String column, String prefix) {
        if (prefix != null) {
            var storable = Storable.text(prefix);
            if (isCountedAlike(storable)) {
                like("left(" + column + ", " + LEADING + ")", leading(storable));
            }
            if (!isCountedAlike(storable) || storable.length() > LEADING) {
                like(column, storable);
            }
        }
    }

    private void like(String column, String prefix) {
        conditions.add(column + " like " + placeholder(pattern(prefix)) + " escape '!'");
    }

    private static String pattern(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static String leading(String text) {
        return text.length() <= LEADING ? text : text.substring(0, LEADING);
    }

    /** PostgreSQL counts code points, H2 counts UTF-16 units; within the basic plane that is the same. */
    private static boolean isCountedAlike(String text) {
        return text.codePoints().allMatch(Character::isBmpCodePoint);
    }

    private String placeholder(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    /** @param number the column of the event's number */
    private record Part(String from, String number) {
    }
}
