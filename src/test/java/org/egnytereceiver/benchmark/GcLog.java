package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server allocated, from the log of its collector: between two collections, the difference of what one left and
 * the next one found.
 */
final class GcLog {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path file;

    GcLog(Path file) {
        this.file = file;
    }

    private record Pause(long before, long after) {
    }

    /** A place in the log, behind a collection. */
    int mark() {
        return pauses().size();
    }

    /** @return MiB that were allocated since the mark, up to the latest collection */
    double allocatedSince(int mark) {
        var pauses = pauses();
        var allocated = 0L;
        for (var i = Math.max(1, mark); i < pauses.size(); i++) {
            allocated += pauses.get(i).before - pauses.get(i - 1).after;
        }
        return allocated;
    }

    /** @return MiB that the latest collection left */
    double live() {
        var pauses = pauses();
        return pauses.isEmpty() ? 0 : pauses.get(pauses.size() - 1).after;
    }

    private List<Pause> pauses() {
        try (var lines = Files.lines(file)) {
            return lines.map(PAUSE::matcher).filter(matcher -> matcher.find())
                    .map(pause -> new Pause(Long.parseLong(pause.group(1)), Long.parseLong(pause.group(2)))).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
