package org.egnytereceiver.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Production without its broker, for as long as {@code -Dchaos.outage} says, and without its database. */
class OutagesChaos {

    private static final Duration WITHOUT_BROKER = Duration.parse(System.getProperty("chaos.outage", "PT10M"));
    private static final Duration WITHOUT_DATABASE = Duration.ofSeconds(30);

    private final long seed = FaultSuite.seed();
    private Path directory;
    private ExternalEstate estate;

    @BeforeEach
    void start(TestInfo test) {
        directory = FaultSuite.directory(test.getTestMethod().orElseThrow().getName());
        estate = ExternalEstate.started(directory, new Random(seed));
    }

    @AfterEach
    void stop() {
        estate.stop();
    }

    @Test
    void withoutItsBrokerItAcknowledgesAndWorksOffTheRestLater() throws Exception {
        verify(run().acknowledgingDuring(estate.broker().away(), WITHOUT_BROKER));
    }

    @Test
    void withoutItsDatabaseItRefusesAndServesAgainLater() throws Exception {
        verify(run().refusingDuring(estate.postgreSql().away(), WITHOUT_DATABASE));
    }

    @Test
    void withoutAnswersOfItsDatabaseItRefusesAndServesAgainLater() throws Exception {
        verify(run().refusingDuring(estate.postgreSql().frozen(), WITHOUT_DATABASE));
    }

    private FaultRun run() {
        return new FaultRun(estate, new Ledger(), seed);
    }

    private void verify(Report report) {
        FaultSuite.verify(report, directory.resolve("report.txt"));
    }
}
