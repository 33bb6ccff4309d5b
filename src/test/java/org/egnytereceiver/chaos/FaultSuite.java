package org.egnytereceiver.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What the runs have in common: where they keep their files, what they were told, and how they end. */
final class FaultSuite {

    private static final Path DIRECTORY = Path.of("target", "chaos");

    private FaultSuite() {
    }

    /** @return the seed given with {@code -Dchaos.seed}, or a new one */
    static long seed() {
        var given = System.getProperty("chaos.seed", "");
        var seed = given.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(given);
        System.out.println("Fault suite: -Dchaos.seed=" + seed);
        return seed;
    }

    static int kills() {
        return Integer.getInteger("chaos.kills", 20);
    }

    /** @return an empty directory of that name, whose files stay after the run */
    static Path directory(String name) {
        return FreshDirectory.at(DIRECTORY.resolve(name).toAbsolutePath());
    }

    /** Prints the table, and keeps it in a file. */
    static void verify(Report report, Path file) {
        System.out.println(report);
        try {
            Files.writeString(file, report.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(report.broken()).as("promises broken").isEmpty();
    }
}
