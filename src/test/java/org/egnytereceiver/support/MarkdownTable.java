package org.egnytereceiver.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page of the documentation.
 *
 * @param head the names of its columns
 * @param rows the cells of the other rows, in the page's notation
 */
public record MarkdownTable(List<String> head, List<List<String>> rows) {

    /** The table of the page whose first column has this name. */
    public static MarkdownTable of(Path page, String firstColumn) {
        try {
            var lines = Files.readString(page).lines()
                    .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                    .takeWhile(line -> line.startsWith("|")).map(MarkdownTable::cells).toList();
            return new MarkdownTable(lines.get(0), lines.subList(2, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The keys of all settings as the README lists them, with {@code <name>} for the name of a feed. */
    public static List<String> settings() {
        return of(Path.of("README.md"), "Key").rows().stream().map(row -> row.get(0).replace("`", "")).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
