package org.egnytereceiver.chaos;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The embedded receiver on a disk that is full for a while: its database and its broker both cannot write. */
@Tag("own-server")
class EmbeddedDiskIT {

    private static final int MEGABYTES = 400;
    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void whatCannotBeWrittenIsRefusedUntilThereIsRoomAgain() throws Exception {
        var directory = FaultSuite.directory("embedded-disk");
        try (var disk = Disk.mounted(directory.resolve(EmbeddedEstate.DATA), MEGABYTES)) {
            disk.mustBeMounted();
            var estate = EmbeddedEstate.started(directory);
            try {
                var full = new Outage("disk full", disk::fill, disk::clear);
                FaultSuite.verify(new FaultRun(estate, new Ledger(), FaultSuite.seed()).refusingDuring(full, SHORT),
                        directory.resolve("report.txt"));
            } finally {
                estate.stop();
            }
        }
    }
}
