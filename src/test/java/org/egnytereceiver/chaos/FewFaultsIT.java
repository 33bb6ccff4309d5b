package org.egnytereceiver.chaos;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of the suite: a node, the database and the broker are killed once each. */
@Tag("own-server")
class FewFaultsIT {

    @Test
    void loseNothingAndWorkNothingTwice() throws Exception {
        var seed = FaultSuite.seed();
        var directory = FaultSuite.directory("few");
        var estate = ExternalEstate.started(directory, new Random(seed));
        try {
            FaultSuite.verify(new FaultRun(estate, seed).killEachKind(), directory);
        } finally {
            estate.stop();
        }
    }
}
