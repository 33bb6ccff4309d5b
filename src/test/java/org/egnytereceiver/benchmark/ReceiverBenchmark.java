package org.egnytereceiver.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReceiverBenchmark {

    private static final Path DIRECTORY = Path.of("target", "benchmark").toAbsolutePath();

    @Test
    void measuresTheReceiverAndTheYardstickInTurn() throws Exception {
        var options = Options.given();
        try (var estate = Estate.started(DIRECTORY, options)) {
            var findings = new Findings();
            new Scenarios(estate, options, findings).run();
            new Report(estate, options, findings).print(DIRECTORY.resolve("report.md"));
            assertThat(findings.broken()).as("promises broken").isEmpty();
        }
    }
}
