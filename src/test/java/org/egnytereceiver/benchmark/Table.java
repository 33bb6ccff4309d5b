package org.egnytereceiver.benchmark;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows, as a table that can be read on the screen and in Markdown. */
final class Table {

    private Table() {
    }

    static String of(List<Row> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(Stream.of("scenario", "of"), Arrays.stream(Figure.values()).map(Figure::title)).toList());
        rows.forEach(row -> lines.add(cells(row)));
        var widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow()).toArray();
        var rule = IntStream.range(0, widths.length)
                .mapToObj(column -> column < 2 ? "-".repeat(widths[column]) : "-".repeat(widths[column] - 1) + ":")
                .collect(joining(" | ", "| ", " |"));
        return Stream.of(Stream.of(line(lines.get(0), widths), rule), lines.stream().skip(1).map(line -> line(line, widths)))
                .flatMap(part -> part).collect(joining("\n", "", "\n"));
    }

    /** What is said on the screen as soon as it is known. */
    static String line(Row row) {
        return row.scenario() + ", " + row.contender() + ": " + Arrays.stream(Figure.values())
                .filter(row.figures()::containsKey)
                .map(figure -> figure.title() + " " + figure.shown(row.figures().get(figure)))
                .collect(joining(", "));
    }

    private static List<String> cells(Row row) {
        return Stream.concat(Stream.of(row.scenario(), row.contender()),
                Arrays.stream(Figure.values()).map(figure -> figure.shown(row.figures().get(figure)))).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> ("%" + (column < 2 ? "-" : "") + widths[column] + "s").formatted(cells.get(column)))
                .collect(joining(" | ", "| ", " |"));
    }
}
