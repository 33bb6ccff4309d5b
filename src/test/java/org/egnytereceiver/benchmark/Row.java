package org.egnytereceiver.benchmark;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of the table: what was measured of one contender in one scenario. */
record Row(String scenario, String contender, Map<Figure, Double> figures) {

    /** @return for each figure the middle one of the rows, which are of the same scenario and contender */
    static Row median(List<Row> rows) {
        return new Row(rows.get(0).scenario, rows.get(0).contender, Arrays.stream(Figure.values())
                .filter(figure -> rows.get(0).figures.containsKey(figure))
                .collect(toMap(figure -> figure, figure -> median(rows, figure))));
    }

    private static double median(List<Row> rows, Figure figure) {
        var values = rows.stream().map(row -> row.figures.get(figure)).filter(Objects::nonNull).sorted().toList();
        var middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double rate() {
        return figures.get(Figure.RATE);
    }

    Row comparedWith(double yardstick) {
        figures.put(Figure.RATIO, rate() / yardstick);
        return this;
    }
}
