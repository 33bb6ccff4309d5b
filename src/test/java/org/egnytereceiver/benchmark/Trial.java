package org.egnytereceiver.benchmark;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.egnytereceiver.benchmark.Load.Answers;

/**
 * One scenario with one contender: load, and the wait until all is worked. What was acknowledged has to be in the
 * database, and on the topic, or the benchmark fails.
 */
final class Trial {

    private static final Duration BEFOREHAND = Duration.ofSeconds(60);

    private final Estate estate;
    private final Findings findings;
    private final Contender contender;
    private final String scenario;
    private final Shape shape;
    private final Content content;
    private boolean works;
    private Consumer<Backlog> watcher = backlog -> { };
    private double liveBefore;

    Trial(Estate estate, Findings findings, Contender contender, String scenario, Shape shape, Content content) {
        this.estate = estate;
        this.findings = findings;
        this.contender = contender;
        this.scenario = scenario;
        this.shape = shape;
        this.content = content;
        this.works = contender == estate.receiver();
    }

    /** What is stored is left waiting. */
    Trial withoutWork() {
        works = false;
        return this;
    }

    /** Has somebody told each second what waits. */
    Trial watchedBy(Consumer<Backlog> watcher) {
        this.watcher = watcher;
        return this;
    }

    /** @param patience how long to wait until all is worked */
    Row of(Supplier<Answers> load, Duration patience) {
        if (!estate.isWorked(BEFOREHAND)) {
            findings.notes().add(scenario + ": some events from before were still waiting, and were given up.");
        }
        estate.awaitIndexed();
        var before = Counts.of(estate, contender);
        var meter = new Meter(estate, contender);
        liveBefore = meter.liveBefore();
        var figures = new EnumMap<Figure, Double>(Figure.class);
        var answers = answers(load, patience, figures);
        meter.read(figures, answers.acknowledged() * shape.events());
        verify(answers, before, figures);
        var row = new Row(scenario, contender.title(), figures);
        System.out.println(Table.line(row));
        return row;
    }

    /** @return MiB of the heap that were in use before the load */
    double liveBefore() {
        return liveBefore;
    }

    private Answers answers(Supplier<Answers> load, Duration patience, Map<Figure, Double> figures) {
        try (var watch = Watch.at(estate.receiver(), watcher)) {
            var answers = load.get();
            if (works) {
                figures.put(Figure.WORKED_AFTER, workedAfter(patience));
                figures.put(Figure.OLDEST, (double) watch.oldestSeconds());
                estate.awaitIndexed();
            }
            figures.put(Figure.RATE, answers.acknowledged() * shape.events() / answers.seconds());
            figures.put(Figure.MEDIAN, answers.micros().getValueAtPercentile(50) / 1e3);
            figures.put(Figure.P99, answers.micros().getValueAtPercentile(99) / 1e3);
            figures.put(Figure.P999, answers.micros().getValueAtPercentile(99.9) / 1e3);
            return answers;
        }
    }

    private double workedAfter(Duration patience) {
        var start = System.nanoTime();
        return estate.isWorked(patience) ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
    }

    private void verify(Answers answers, Counts before, Map<Figure, Double> figures) {
        var where = scenario + ", " + contender.title();
        if (!answers.wrong().isEmpty()) {
            findings.broken().add("%s: %d wrong answers, the first: %s".formatted(where, answers.wrong().size(),
                    answers.wrong().get(0)));
        }
        if (answers.acknowledged() == 0) {
            findings.broken().add(where + ": nothing was acknowledged");
        }
        var events = answers.acknowledged() * content.stored(shape);
        if (works && !figures.get(Figure.WORKED_AFTER).isInfinite()) {
            estate.awaitPublished(before.published() + events);
            findings.expect(where, "published", events, estate.subscription().published() - before.published());
        }
        var after = Counts.of(estate, contender);
        figures.put(Figure.STORED, (double) after.stored() - before.stored());
        findings.expect(where, "stored", events, after.stored() - before.stored());
        findings.expect(where, "quarantined", answers.acknowledged() * content.quarantined(),
                after.quarantined() - before.quarantined());
    }
}
