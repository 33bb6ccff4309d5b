package org.egnytereceiver.benchmark;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;

/**
 * The background work alone. While the queue of the work is paused, a backlog is stored, which shows what the entrance
 * takes alone; then the queue goes on and nothing more is sent. Broker and receiver run all the time: one that has just
 * started would show how fast it compiles. The rate is that of the middle nine tenths of the events, as the topic's
 * subscriber gets them; there is none when they take too long.
 */
final class Drain {

    static final String NAME = "drain";

    private static final Shape SHAPE = Shape.FIFTIES;
    private static final double FIRST = 0.05;
    private static final double LAST = 0.95;

    private final Estate estate;
    private final Options options;
    private final Findings findings;

    Drain(Estate estate, Options options, Findings findings) {
        this.estate = estate;
        this.options = options;
        this.findings = findings;
    }

    List<Row> rows() {
        var published = estate.subscription().published();
        var queue = new WorkQueue(estate.broker());
        queue.pause();
        var intake = backlog();
        queue.resume();
        return List.of(intake, drained(published));
    }

    private Row backlog() {
        var load = new Load(estate.receiver(), SHAPE, Content.NEW, new Series(), options.seed());
        return new Trial(estate, findings, estate.receiver(), "intake while the work is held", SHAPE, Content.NEW)
                .withoutWork()
                .of(() -> load.run(Pace.backToBack(), SHAPE.connections(), Duration.ofHours(1),
                        options.backlog() / SHAPE.events()), Duration.ZERO);
    }

    private Row drained(long before) {
        var events = options.backlog() / SHAPE.events() * SHAPE.events();
        var meter = new Meter(estate, estate.receiver());
        var start = System.nanoTime();
        var first = secondsUntil(before + Math.round(events * FIRST), start);
        var last = secondsUntil(before + Math.round(events * LAST), start);
        var worked = estate.isWorked(options.patience());
        var figures = new EnumMap<Figure, Double>(Figure.class);
        figures.put(Figure.RATE, events * (LAST - FIRST) / (last - first));
        figures.put(Figure.WORKED_AFTER, worked ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY);
        meter.read(figures, events);
        if (worked) {
            estate.awaitPublished(before + events);
            findings.expect(NAME, "published", events, estate.subscription().published() - before);
        }
        var row = new Row(NAME, estate.receiver().title(), figures);
        System.out.println(Table.line(row));
        return row;
    }

    private double secondsUntil(long published, long start) {
        var deadline = System.nanoTime() + options.patience().toNanos();
        while (estate.subscription().published() < published) {
            if (System.nanoTime() > deadline) {
                return Double.NaN;
            }
            Moment.pass(Duration.ofMillis(20));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
