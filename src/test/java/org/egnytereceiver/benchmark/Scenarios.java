package org.egnytereceiver.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured, in order: bursts of each shape and content, by both contenders in turn. */
final class Scenarios {

    private final Estate estate;
    private final Options options;
    private final Map<String, Series> sent = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Scenarios(Estate estate, Options options) {
        this.estate = estate;
        this.options = options;
    }

    /** The rows of the table. */
    List<Row> rows() {
        return rows;
    }

    /** What was promised and not kept. */
    List<String> broken() {
        return broken;
    }

    void run() throws SQLException {
        warmUp();
        for (var shape : Shape.values()) {
            for (var content : Content.values()) {
                if (content.stored(shape) + content.duplicates(shape) > 0 && options.includes(name(shape, content))) {
                    burst(shape, content);
                }
            }
        }
    }

    private void warmUp() throws SQLException {
        for (var contender : estate.contenders()) {
            for (var shape : List.of(Shape.SINGLES, Shape.FIFTIES)) {
                new Load(contender, shape, Content.NEW, new Series(), options.seed())
                        .run(Pace.backToBack(), shape.connections(), options.warmUp().dividedBy(2));
            }
        }
    }

    private void burst(Shape shape, Content content) throws SQLException {
        var receiver = new ArrayList<Row>();
        var yardstick = new ArrayList<Row>();
        for (var round = 0; round < options.rounds(); round++) {
            receiver.add(burst(estate.receiver(), shape, content));
            yardstick.add(burst(estate.yardstick(), shape, content));
        }
        var compared = Row.median(yardstick);
        rows.add(Row.median(receiver).comparedWith(compared.rate()));
        rows.add(compared);
    }

    private Row burst(Contender contender, Shape shape, Content content) throws SQLException {
        var load = new Load(contender, shape, content, series(contender, shape, content), options.seed());
        return new Trial(estate, contender, name(shape, content), shape, content, broken)
                .of(() -> load.run(Pace.backToBack(), shape.connections(), options.burst()), options.patience());
    }

    /** What is sent again is what was sent before as new, or, when that was not asked for, a little sent now. */
    private Series series(Contender contender, Shape shape, Content content) {
        if (content != Content.RESENT) {
            var series = new Series();
            sent.putIfAbsent(contender.title() + shape, series);
            return series;
        }
        return sent.computeIfAbsent(contender.title() + shape, first -> {
            var series = new Series();
            new Load(contender, shape, Content.NEW, series, options.seed())
                    .run(Pace.backToBack(), shape.connections(), options.burst().dividedBy(5));
            return series;
        });
    }

    private static String name(Shape shape, Content content) {
        return shape.title() + ", " + content.title();
    }
}
