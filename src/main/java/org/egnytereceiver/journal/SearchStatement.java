package org.egnytereceiver.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.egnytereceiver.event.connect.ConnectEventType;

/**
 * The statement behind a search. What it looks at stands in {@code journal_search}, or, when it is too new for that, in the
 * journal alone (ADR 0017); one statement asks both, so that an event that is being indexed is in one of them. Long texts
 * are compared by their first 300 characters first, which is what the indexes of PostgreSQL hold (V0006), and in full where
 * that is not all.
 */
final class SearchStatement {

    private static final int LEADING = 300;

    private static final String COLUMNS = """
            select e.id as id, e.feed as feed, e.product as product, e.domain as domain, e.event_id as event_id, e.type as type,
                e.family as family, e.known as known, e.readable as readable, e.occurred_at as occurred_at,
                e.received_at as received_at, p.state as state,
                1 + (select count(*) from journal_sighting s where s.entry_id = e.id) as times_seen,
                e.path as path, e.username as username, p.attempts as attempts, p.worked_at as worked_at
            """;

    private static final String JOURNAL = "from journal_entry e join journal_progress p on p.entry_id = e.id ";

    static final String BY_ID = COLUMNS + JOURNAL + "where e.id = ?1";

    private static final String INDEXED = """
            from journal_search i join journal_entry e on e.id = i.entry_id join journal_progress p on p.entry_id = i.entry_id
            """;

    /** Stand in conditions for what differs between the indexed and the others. */
    private static final String INDEX = "{index}.";
    private static final String NUMBER = "{number}";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Supplier<Optional<NumberRange>> tail;

    /** @param tail between which numbers there may be events that are not indexed, asked for only when it matters */
    SearchStatement(EventFilter filter, Supplier<Optional<NumberRange>> tail) {
        this.tail = tail;
        equal(INDEX + "feed", filter.feed());
        equal(INDEX + "product", filter.product() == null ? null : filter.product().wireName());
        equalLong(INDEX + "domain", filter.domain());
        equal(INDEX + "type", filter.type());
        equal(INDEX + "family", family(filter));
        equal("e.known", filter.known());
        equalLong(INDEX + "event_id", filter.eventId());
        equalLong(INDEX + "username", filter.user());
        startingWith(INDEX + "path", filter.path());
        if (filter.state() != null) {
            conditions.add("p.state = '" + filter.state() + "'");
        }
        compare(INDEX + "occurred_at >= ", filter.from() == null ? null : filter.from().toEpochMilli());
        compare(INDEX + "occurred_at < ", filter.to() == null ? null : filter.to().toEpochMilli());
        compare(NUMBER + " >= ", firstOf(filter.receivedFrom()));
        compare(NUMBER + " < ", firstOf(filter.receivedTo()));
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
        if (!asksTheIndex()) {
            return query(journal, "select count(*) " + inJournal());
        }
        var indexed = "select count(*) " + indexed();
        return query(journal, notIndexed()
                .map(tail -> "select (" + indexed + ") + (select count(*) " + tail + ")")
                .orElse(indexed));
    }

    private String latest(String columns, int limit) {
        if (!asksTheIndex()) {
            return latest(columns + inJournal(), "e.id", limit);
        }
        var indexed = latest(columns + indexed(), "i.entry_id", limit);
        return notIndexed()
                .map(tail -> "select * from ((" + indexed + ") union all (" + latest(columns + tail, "e.id", limit)
                        + ")) as found order by id desc limit " + limit)
                .orElse(indexed);
    }

    private static String latest(String select, String number, int limit) {
        return select + " order by " + number + " desc limit " + limit;
    }

    private boolean asksTheIndex() {
        return conditions.stream().anyMatch(condition -> condition.contains(INDEX));
    }

    private String inJournal() {
        return JOURNAL + where(conditions, "e.", "e.id");
    }

    private String indexed() {
        return INDEXED + where(conditions, "i.", "i.entry_id");
    }

    /** Both ends are named: with one, PostgreSQL expects a third of the journal behind it, and reads all of it. */
    private Optional<String> notIndexed() {
        return tail.get().map(range -> {
            var all = new ArrayList<>(conditions);
            all.add("e.id between " + placeholder(range.first()) + " and " + placeholder(range.last()));
            all.add("not exists (select 1 from journal_search n where n.entry_id = e.id)");
            return JOURNAL + where(all, "e.", "e.id");
        });
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
}
