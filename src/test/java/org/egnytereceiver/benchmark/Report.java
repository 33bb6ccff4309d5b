package org.egnytereceiver.benchmark;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What was measured, with all that one has to know to compare it with another run. */
final class Report {

    private final Estate estate;
    private final Options options;
    private final Findings findings;

    Report(Estate estate, Options options, Findings findings) {
        this.estate = estate;
        this.options = options;
        this.findings = findings;
    }

    /** On the screen and into a file. */
    void print(Path file) throws IOException {
        var text = text();
        System.out.println(text);
        Files.writeString(file, text);
    }

    private String text() {
        return "# Benchmark of %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES))
                + "- Machine: " + Machine.description() + System.lineSeparator()
                + "- PostgreSQL " + estate.store().version() + " (fsync and synchronous_commit on), both servers with"
                + " -Xmx512m and the parallel collector; broker, subscriber and sender on the same machine"
                + System.lineSeparator()
                + "- Events of all types in turn, %,d bytes on average%n".formatted(Requests.averageLength())
                + "- Seed %d; %s%n".formatted(options.seed(), options)
                + String.format(Locale.ROOT, "- Ready after %.1f s (receiver), %.1f s (yardstick)%n%n",
                        estate.receiver().server().secondsUntilReady(), estate.yardstick().server().secondsUntilReady())
                + Table.of(findings.rows())
                + notes()
                + broken();
    }

    private String notes() {
        return findings.notes().stream().map(note -> "\n- " + note).collect(joining("", "", "\n"));
    }

    private String broken() {
        return findings.broken().isEmpty()
                ? "\nEverything that was acknowledged was stored.\n"
                : "\nBroken promises:\n\n- " + String.join("\n- ", findings.broken()) + "\n";
    }
}
