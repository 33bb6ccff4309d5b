package org.egnytereceiver.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;
import org.egnytereceiver.benchmark.Load.Answers;

/**
 * One scenario with one contender: load, and the wait until all is worked. What was acknowledged has to be in the
 * database, and on the topic, or the benchmark fails.
 */
final class Trial {

    private static final Duration BEFOREHAND = Duration.ofSeconds(60);

    private final Estate estate;
    private final Contender contender;
    private final String scenario;
    private final Shape shape;
    private final Content content;
    private final List<String> broken;
    private final boolean works;

    private long stored;
    private long quarantined;
    private long published;
    private Usage before;
    private int mark;

    /** @param broken takes what is found to be wrong */
    Trial(Estate estate, Contender contender, String scenario, Shape shape, Content content, List<String> broken) {
        this.estate = estate;
        this.contender = contender;
        this.scenario = scenario;
        this.shape = shape;
        this.content = content;
        this.broken = broken;
        this.works = contender == estate.receiver();
    }

    Row of(Supplier<Answers> load, Duration patience) throws SQLException {
        begin();
        var figures = new EnumMap<Figure, Double>(Figure.class);
        Answers answers;
        try (var watch = Watch.at(estate.receiver())) {
            answers = load.get();
            if (works) {
                figures.put(Figure.WORKED_AFTER, workedAfter(patience));
                figures.put(Figure.OLDEST, (double) watch.oldestSeconds());
            }
        }
        answered(figures, answers);
        used(figures, answers.acknowledged() * shape.events());
        verify(answers, figures.getOrDefault(Figure.WORKED_AFTER, 0.0).isInfinite());
        var row = new Row(scenario, contender.title(), figures);
        System.out.println(Table.line(row));
        return row;
    }

    /** The same start for everybody: nothing waits, no garbage, and the next checkpoint is far away. */
    private void begin() throws SQLException {
        if (!estate.isWorked(BEFOREHAND)) {
            System.out.println("Before " + scenario + " some events were still waiting, and were given up.");
        }
        stored = contender.stored();
        quarantined = contender.quarantined();
        published = estate.subscription().published();
        estate.store().checkpoint();
        contender.server().collect();
        mark = contender.server().collections().mark();
        before = Usage.of(estate, contender);
    }

    private double workedAfter(Duration patience) throws SQLException {
        var start = System.nanoTime();
        return estate.isWorked(patience) ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
    }

    private void answered(EnumMap<Figure, Double> figures, Answers answers) {
        figures.put(Figure.RATE, answers.acknowledged() * shape.events() / answers.seconds());
        figures.put(Figure.MEDIAN, answers.micros().getValueAtPercentile(50) / 1e3);
        figures.put(Figure.P99, answers.micros().getValueAtPercentile(99) / 1e3);
        figures.put(Figure.P999, answers.micros().getValueAtPercentile(99.9) / 1e3);
    }

    private void used(EnumMap<Figure, Double> figures, long events) {
        var used = Usage.of(estate, contender).since(before);
        figures.put(Figure.SERVER, used.server() * 1e6 / events);
        figures.put(Figure.DATABASE, used.database() * 1e6 / events);
        if (works) {
            figures.put(Figure.BROKER, used.broker() * 1e6 / events);
        }
        figures.put(Figure.OTHERS, used.others());
        var server = contender.server();
        server.collect();
        figures.put(Figure.ALLOCATED, server.collections().allocatedSince(mark) * 1024 / events);
        figures.put(Figure.LIVE, server.collections().live());
        figures.put(Figure.PEAK, ProcessorTime.peakMebibytes(server.pid()));
    }

    private void verify(Answers answers, boolean givenUp) throws SQLException {
        if (!answers.wrong().isEmpty()) {
            broken(answers.wrong().size() + " wrong answers, the first: " + answers.wrong().get(0));
        }
        expect("stored", answers.acknowledged() * content.stored(shape), contender.stored() - stored);
        expect("quarantined", answers.acknowledged() * content.quarantined(), contender.quarantined() - quarantined);
        if (answers.acknowledged() == 0) {
            broken("nothing was acknowledged");
        }
        if (works && !givenUp) {
            var expected = answers.acknowledged() * content.stored(shape);
            awaitPublished(published + expected);
            expect("published", expected, estate.subscription().published() - published);
        }
    }

    private void awaitPublished(long events) {
        try {
            estate.awaitPublished(events);
        } catch (ConditionTimeoutException missing) {
            broken("not all was published");
        }
    }

    private void expect(String what, long acknowledged, long found) {
        if (found != acknowledged) {
            broken("%,d acknowledged, %,d %s".formatted(acknowledged, found, what));
        }
    }

    private void broken(String promise) {
        broken.add(scenario + ", " + contender.title() + ": " + promise);
    }
}
