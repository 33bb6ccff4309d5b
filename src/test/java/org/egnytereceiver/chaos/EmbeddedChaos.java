package org.egnytereceiver.chaos;

import org.junit.jupiter.api.Test;

/** What {@code -Prun} starts: one process with an H2 file and its own broker, killed at any moment. */
class EmbeddedChaos {

    @Test
    void losesNothingAndWorksNothingTwice() throws Exception {
        var seed = FaultSuite.seed();
        var directory = FaultSuite.directory("embedded");
        var estate = EmbeddedEstate.started(directory);
        try {
            var run = new FaultRun(estate, new Ledger(), seed);
            FaultSuite.verify(run.killAtRandom(FaultSuite.kills()), directory.resolve("report.txt"));
        } finally {
            estate.stop();
        }
    }
}
