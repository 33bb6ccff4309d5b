package org.egnytereceiver.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.egnytereceiver.event.connect.ConnectEventType;

/**
 * The statement behind a search. Long texts are compared by their first 300 characters first, which is what the
 * indexes of PostgreSQL hold (V0002), and in full where that is not all of them.
 */
final class SearchStatement {

    private static final int INDEXED = 300;

    private static final String TABLES = "from journal_entry e join journal_progress p on p.entry_id = e.id ";

    static final String COLUMNS = """
            select e.id, e.feed, e.product, e.domain, e.event_id, e.type, e.family, e.known, e.readable,
                e.occurred_at, e.received_at, p.state,
                1 + (select count(*) from journal_sighting s where s.entry_id = e.id),
                e.path, e.username, p.attempts, p.worked_at
            """ + TABLES;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    SearchStatement(EventFilter filter) {
        equal("e.feed", filter.feed());
        equal("e.product", filter.product() == null ? null : filter.product().wireName());
        equalLong("e.domain", filter.domain());
        equal("e.type", filter.type());
        equal("e.family", family(filter));
        equal("e.known", filter.known());
        equalLong("e.event_id", filter.eventId());
        equalLong("e.username", filter.user());
        startingWith("e.path", filter.path());
        if (filter.state() != null) {
            conditions.add("p.state = '" + filter.state() + "'");
        }
        compare("e.occurred_at >= ", filter.from() == null ? null : filter.from().toEpochMilli());
        compare("e.occurred_at < ", filter.to() == null ? null : filter.to().toEpochMilli());
        compare("e.id >= ", firstOf(filter.receivedFrom()));
        compare("e.id < ", firstOf(filter.receivedTo()));
    }

    SearchStatement behind(PagePosition position) {
        if (position != null) {
            compare("e.id < ", position.id());
        }
        return this;
    }

    Query latestFirst(EntityManager journal, int limit) {
        return query(journal, COLUMNS + where() + " order by e.id desc limit " + limit);
    }

    Query numbersLatestFirst(EntityManager journal, int limit) {
        return query(journal, "select e.id " + TABLES + where() + " order by e.id desc limit " + limit);
    }

    Query count(EntityManager journal) {
        return query(journal, "select count(*) " + TABLES + where());
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

    private String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
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
                equal("left(" + column + ", " + INDEXED + ")", indexed(storable));
            }
            if (!isCountedAlike(storable) || storable.length() >= INDEXED) {
                equal(column, storable);
            }
        }
    }

    private void startingWith(String column, String prefix) {
        if (prefix != null) {
            var storable = Storable.text(prefix);
            if (isCountedAlike(storable)) {
                like("left(" + column + ", " + INDEXED + ")", indexed(storable));
            }
            if (!isCountedAlike(storable) || storable.length() > INDEXED) {
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

    private static String indexed(String text) {
        return text.length() <= INDEXED ? text : text.substring(0, INDEXED);
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
