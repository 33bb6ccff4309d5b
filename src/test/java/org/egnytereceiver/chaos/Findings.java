package org.egnytereceiver.chaos;

import static java.util.stream.Collectors.toSet;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the database and on the topic, held against the ledger. */
final class Findings {

    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    private Findings() {
    }

    static Findings of(Ledger ledger, Map<String, Set<String>> messages, JsonObject stats, Connection database)
            throws SQLException {
        var findings = new Findings();
        var stored = findings.compareJournal(ledger, database);
        findings.compareWork(stored, database);
        findings.compareTopic(stored, messages);
        findings.compareSums(ledger, stored.size(), stats, database);
        ledger.wrongAnswers().stream().limit(20).forEach(answer -> findings.broken.add("wrong answer: " + answer));
        return findings;
    }

    /** @return the counts of the report, by their names */
    Map<String, Long> figures() {
        return figures;
    }

    /** @return every promise that was broken, in words; none if all is well */
    List<String> broken() {
        return broken;
    }

    private Set<String> compareJournal(Ledger ledger, Connection database) throws SQLException {
        var times = new HashMap<String, Integer>();
        var altered = new HashSet<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select event_id, raw from journal_entry")) {
            while (rows.next()) {
                times.merge(rows.getString(1), 1, Integer::sum);
                if (!rows.getString(2).equals(SentEvent.text(rows.getString(1)))) {
                    altered.add(rows.getString(1));
                }
            }
        }
        figures.put("sent", (long) ledger.sent().size());
        figures.put("acknowledged", (long) ledger.acknowledged().size());
        mustBeNone("lost", without(ledger.acknowledged(), times.keySet()));
        mustBeNone("stored twice", moreThanOnce(times));
        mustBeNone("never sent", without(times.keySet(), ledger.sent()));
        mustBeNone("altered", altered);
        return Set.copyOf(times.keySet());
    }

    private void compareWork(Set<String> stored, Connection database) throws SQLException {
        mustBeNone("not processed", Set.copyOf(list(database, """
                select e.event_id || ' is ' || coalesce(p.state, l.state, 'nowhere') from journal_entry e
                    left join journal_progress p on p.entry_id = e.id left join journal_lot l on l.id = e.lot
                where coalesce(p.state, l.state, '') <> 'PROCESSED'""")));
        var effects = new HashMap<String, Integer>();
        list(database, "select event_id from chaos_effect").forEach(id -> effects.merge(id, 1, Integer::sum));
        mustBeNone("without effect", without(stored, effects.keySet()));
        mustBeNone("effect twice", moreThanOnce(effects));
        mustBeNone("effect of nothing", without(effects.keySet(), stored));
        figures.put("tried again", number(database, "select count(*) from journal_note where kind = 'FAILED'"));
    }

    private void compareTopic(Set<String> stored, Map<String, Set<String>> messages) {
        mustBeNone("not published", without(stored.stream().map(SentEvent::key).collect(toSet()), messages.keySet()));
        figures.put("published more than once", messages.values().stream().filter(ids -> ids.size() > 1).count());
    }

    private void compareSums(Ledger ledger, long stored, JsonObject stats, Connection database) throws SQLException {
        var tally = new HashMap<String, Long>();
        for (var column : List.of("received", "stored", "duplicates", "quarantined", "conflicts")) {
            tally.put(column, number(database, "select sum(" + column + ") from journal_tally"));
            mustBeEqual("stats say " + column, stats.getInt(column), tally.get(column));
        }
        mustBeEqual("tally of stored", tally.get("stored"), stored);
        mustBeEqual("tally of duplicates", tally.get("duplicates"),
                number(database, "select count(*) from journal_sighting"));
        mustBeEqual("tally of quarantined", tally.get("quarantined"), 0);
        mustBeEqual("tally of conflicts", tally.get("conflicts"), 0);
        mustBeEqual("rows in the quarantine", number(database, "select count(*) from quarantine_entry"), 0);
        mustBeEqual("tally of received", tally.get("received"), tally.get("stored") + tally.get("duplicates"));
        mustBeEqual("events in lots", number(database, "select sum(events) from journal_lot"), stored);
        mustBeEqual("stats say processed", stats.getInt("processed"), stored);
        mustBeEqual("tally of processed", number(database, "select sum(processed) from journal_tally"), stored);
        mustNotBeLess("tally of stored", tally.get("stored"), ledger.stored());
        mustNotBeLess("tally of duplicates", tally.get("duplicates"), ledger.duplicates());
        figures.put("duplicates", tally.get("duplicates"));
    }

    private void mustBeNone(String name, Set<String> ids) {
        figures.put(name, (long) ids.size());
        if (!ids.isEmpty()) {
            broken.add(ids.size() + " " + name + ": " + ids.stream().sorted().limit(10).toList());
        }
    }

    private void mustBeEqual(String name, long found, long expected) {
        if (found != expected) {
            broken.add(name + ": " + found + ", should be " + expected);
        }
    }

    /** What was done and could not be said is not in the ledger. */
    private void mustNotBeLess(String name, long found, long acknowledged) {
        if (found < acknowledged) {
            broken.add(name + ": " + found + ", acknowledged " + acknowledged);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(id -> !some.contains(id)).collect(toSet());
    }

    private static Set<String> moreThanOnce(Map<String, Integer> times) {
        return times.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).collect(toSet());
    }

    private static List<String> list(Connection database, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static long number(Connection database, String query) throws SQLException {
        return Long.parseLong(list(database, query).get(0));
    }
}
