package org.egnytereceiver.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

    @Test
    void countsWhatWasAllocatedBetweenCollections(@TempDir Path directory) throws IOException {
        var log = new GcLog(Files.writeString(directory.resolve("gc.log"), """
                [1.0s][info][gc] Using G1
                [2.0s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->6M(384M) 4.1ms
                [3.0s][info][gc] GC(1) Pause Full (Diagnostic Command) 50M->40M(160M) 30.2ms
                """));
        var mark = log.mark();
        Files.writeString(directory.resolve("gc.log"), Files.readString(directory.resolve("gc.log")) + """
                [4.0s][info][gc] GC(2) Concurrent Mark Cycle
                [5.0s][info][gc] GC(2) Pause Remark 90M->80M(160M) 3.0ms
                [6.0s][info][gc] GC(3) Pause Full (Diagnostic Command) 100M->41M(160M) 30.2ms
                """);
        assertThat(log.allocatedSince(mark)).isEqualTo(90 - 40 + 100 - 80);
        assertThat(log.live()).isEqualTo(41);
    }
}
