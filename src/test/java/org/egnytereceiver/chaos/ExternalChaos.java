package org.egnytereceiver.chaos;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Production: two nodes, PostgreSQL and a broker, each of them killed at any moment. */
class ExternalChaos {

    @Test
    void losesNothingAndWorksNothingTwice() throws Exception {
        var seed = FaultSuite.seed();
        var directory = FaultSuite.directory("external");
        var estate = ExternalEstate.started(directory, new Random(seed));
        try {
            var run = new FaultRun(estate, new Ledger(), seed);
            FaultSuite.verify(run.killAtRandom(FaultSuite.kills()), directory.resolve("report.txt"));
        } finally {
            estate.stop();
        }
    }
}
