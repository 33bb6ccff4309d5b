package org.egnytereceiver.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.egnytereceiver.benchmark.Load.Answers;

/** What is measured, in order. Whatever needs the rate of a burst has that measured first. */
final class Scenarios {

    private static final int OPEN_CONNECTIONS = 64;
    private static final long LONGEST_WAIT_SECONDS = 10;
    private static final double CAUTIOUS = 0.1;

    /** Deliveries a second, of a single event each; of larger ones less. */
    private static final double WARM_UP_RATE = 500;

    /** How long the search for a rate takes, whatever it is held for afterwards. */
    private static final Duration SEARCH = Duration.ofSeconds(90);

    private final Estate estate;
    private final Options options;
    private final Findings findings;
    private final Map<String, Series> sent = new HashMap<>();
    private final Map<Shape, Burst> bursts = new EnumMap<>(Shape.class);

    /** Events a second of each contender, all new. */
    private record Burst(double receiver, double yardstick) {
    }

    Scenarios(Estate estate, Options options, Findings findings) {
        this.estate = estate;
        this.options = options;
        this.findings = findings;
    }

    void run() {
        if (options.includes(ReaderTrial.NAME)) {
            findings.rows().addAll(ReaderTrial.rows(options.jmhSeconds()));
        }
        warmUp();
        for (var shape : Shape.values()) {
            bursts(shape);
        }
        for (var shape : List.of(Shape.SINGLES, Shape.FIFTIES)) {
            halfRate(shape);
        }
        if (options.includes(Drain.NAME)) {
            findings.rows().addAll(new Drain(estate, options, findings).rows());
        }
        for (var shape : List.of(Shape.SINGLES, Shape.FIFTIES)) {
            sustained(shape, "sustained", options.sustained());
        }
        sustained(Shape.FIFTIES, "soak", options.soak());
    }

    /**
     * First at a rate that leaves a processor to the compiler, which gets little of one under full load. The work that is
     * left is given up: what comes next is measured without it.
     */
    private void warmUp() {
        for (var contender : estate.contenders()) {
            for (var shape : List.of(Shape.SINGLES, Shape.FIFTIES)) {
                var load = new Load(contender, shape, Content.NEW, new Series(), options.seed());
                load.run(Pace.steady(WARM_UP_RATE / Math.sqrt(shape.events())), shape.connections(),
                        options.warmUp().dividedBy(3));
                burst(load, shape, options.warmUp().dividedBy(6));
            }
        }
        estate.receiver().abandon();
    }

    private void bursts(Shape shape) {
        if (options.includes(name(shape, Content.NEW.title()))) {
            burst(shape);
        }
        for (var content : List.of(Content.RESENT, Content.POISONED)) {
            if (content.isPossible(shape) && options.includes(name(shape, content.title()))) {
                inTurn(shape, content);
            }
        }
    }

    /** What both take of new events, measured once. */
    private Burst burst(Shape shape) {
        return bursts.computeIfAbsent(shape, first -> inTurn(shape, Content.NEW));
    }

    private Burst inTurn(Shape shape, Content content) {
        var receiver = new ArrayList<Row>();
        var yardstick = new ArrayList<Row>();
        for (var round = 0; round < options.rounds(); round++) {
            receiver.add(burst(estate.receiver(), shape, content));
            yardstick.add(burst(estate.yardstick(), shape, content));
        }
        var compared = Row.median(yardstick);
        findings.rows().add(Row.median(receiver).comparedWith(compared.rate()));
        findings.rows().add(compared);
        return new Burst(Row.median(receiver).rate(), compared.rate());
    }

    private Row burst(Contender contender, Shape shape, Content content) {
        var load = new Load(contender, shape, content, series(contender, shape, content), options.seed());
        return new Trial(estate, findings, contender, name(shape, content.title()), shape, content)
                .of(() -> burst(load, shape, options.burst()), options.patience());
    }

    private static Answers burst(Load load, Shape shape, Duration duration) {
        return load.run(Pace.backToBack(), shape.connections(), duration);
    }

    /** What is sent again is what was sent before as new, or, when that was not asked for, a little sent now. */
    private Series series(Contender contender, Shape shape, Content content) {
        if (content == Content.RESENT) {
            return sent.computeIfAbsent(contender.title() + shape, first -> sentNow(contender, shape));
        }
        var series = new Series();
        if (content == Content.NEW) {
            sent.putIfAbsent(contender.title() + shape, series);
        }
        return series;
    }

    private Series sentNow(Contender contender, Shape shape) {
        var series = new Series();
        burst(new Load(contender, shape, Content.NEW, series, options.seed()), shape, options.burst().dividedBy(5));
        return series;
    }

    /** How long answers take when there is room: each contender at half of what it can. */
    private void halfRate(Shape shape) {
        if (!options.includes(name(shape, "at half the rate"))) {
            return;
        }
        halfRate(estate.receiver(), shape, burst(shape).receiver());
        halfRate(estate.yardstick(), shape, burst(shape).yardstick());
    }

    private void halfRate(Contender contender, Shape shape, double burst) {
        var load = new Load(contender, shape, Content.NEW, new Series(), options.seed());
        findings.rows().add(new Trial(estate, findings, contender, name(shape, "at half the rate"), shape, Content.NEW)
                .of(() -> load.run(Pace.steady(burst / 2 / shape.events()), OPEN_CONNECTIONS, options.burst()),
                        options.patience()));
    }

    /** The rate at which nothing waits for long: found first, then held. */
    private void sustained(Shape shape, String title, Duration duration) {
        var scenario = name(shape, title);
        if (duration.isZero() || !options.includes(scenario)) {
            return;
        }
        var yardstick = burst(shape).yardstick();
        var most = burst(shape).receiver() / shape.events();
        var pace = Pace.steady(found(shape, yardstick * CAUTIOUS / shape.events(), most));
        var load = new Load(estate.receiver(), shape, Content.NEW, new Series(), options.seed());
        var trial = new Trial(estate, findings, estate.receiver(), scenario, shape, Content.NEW)
                .watchedBy(Governor.holding(pace, most));
        var row = trial.of(() -> load.run(pace, OPEN_CONNECTIONS, duration), options.patience());
        findings.rows().add(row.comparedWith(yardstick));
        findings.notes().add(String.format(Locale.ROOT, "%s: %.0f MiB of the heap in use before, %.0f after.", scenario,
                trial.liveBefore(), row.figures().get(Figure.LIVE)));
        if (row.figures().get(Figure.OLDEST) > LONGEST_WAIT_SECONDS) {
            findings.notes().add(scenario + ": an event waited longer than it may, so this rate is too high.");
        }
    }

    /** @return deliveries a second */
    @SuppressWarnings("try")
    private double found(Shape shape, double beginning, double most) {
        var pace = Pace.steady(beginning);
        var governor = Governor.searching(pace, most);
        var load = new Load(estate.receiver(), shape, Content.NEW, new Series(), options.seed());
        try (var watch = Watch.at(estate.receiver(), governor)) {
            load.run(pace, OPEN_CONNECTIONS, SEARCH);
        }
        return governor.found();
    }

    private static String name(Shape shape, String title) {
        return shape.title() + ": " + title;
    }
}
