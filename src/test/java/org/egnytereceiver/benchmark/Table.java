package org.egnytereceiver.benchmark;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows, as a table that can be read on the screen and in Markdown. */
final class Table {

    private Table() {
    }

    static String of(List<Row> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(cells("scenario", "of", Figure::title));
        rows.forEach(row -> lines.add(cells(row.scenario(), row.contender(),
                figure -> figure.shown(row.figures().get(figure)))));
        var widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow())
                .toArray();
        var text = lines.stream().map(line -> line(line, widths)).collect(toCollection(ArrayList::new));
        text.add(1, rule(widths));
        return String.join("\n", text) + "\n";
    }

    /** What is said on the screen as soon as it is known. */
    static String line(Row row) {
        return row.scenario() + ", " + row.contender() + ": " + Arrays.stream(Figure.values())
                .filter(row.figures()::containsKey)
                .map(figure -> figure.title() + " " + figure.shown(row.figures().get(figure)))
                .collect(joining(", "));
    }

    private static List<String> cells(String scenario, String contender, Function<Figure, String> text) {
        return Stream.concat(Stream.of(scenario, contender), Arrays.stream(Figure.values()).map(text)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> ("%" + (isText(column) ? "-" : "") + widths[column] + "s")
                        .formatted(cells.get(column)))
                .collect(joining(" | ", "| ", " |"));
    }

    private static String rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> "-".repeat(widths[column] - 1) + (isText(column) ? "-" : ":"))
                .collect(joining(" | ", "| ", " |"));
    }

    private static boolean isText(int column) {
        return column < 2;
    }
}
