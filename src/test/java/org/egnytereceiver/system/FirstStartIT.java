package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.egnytereceiver.chaos.FreePort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody starts the receiver for the first time, and does what it says. */
@Tag("own-server")
class FirstStartIT {

    @Test
    void whatIsPrintedSendsADeliveryAndReadsItBackNowAndAfterTheNextStart() throws Exception {
        var directory = TestServer.emptied(Path.of("target", "system", "first-start").toAbsolutePath());
        String secret;
        try (var first = OwnReceiver.startingWithoutCredentials(directory, FreePort.found(), Map.of())) {
            first.whenReady();
            secret = line(first, "Secret");
            assertThat(secret).startsWith("Authorization: ");
            assertThat(line(first, "Data")).isEqualTo(directory.resolve("data").toString());
            assertThat(run(first, "-d").json().getInt("stored")).isEqualTo(1);
            assertThat(run(first, "-u").text()).contains("\"sample-1\"");
            assertThat(first.screen()).doesNotContain("Exception", "\tat ");
            assertThatOnlyTheOwnerReads(directory.resolve("data/credentials.properties"));
        }
        try (var second = OwnReceiver.startingWithoutCredentials(directory, FreePort.found(),
                Map.of("egnyte.delivery.header", "X-Proof"))) {
            second.whenReady();
            assertThat(line(second, "Secret")).isEqualTo(secret.replace("Authorization", "X-Proof"));
            assertThat(run(second, "-d").json().getInt("duplicates")).isEqualTo(1);
            assertThat(run(second, "-u").text()).contains("\"sample-1\"");
        }
    }

    private static void assertThatOnlyTheOwnerReads(Path kept) throws IOException {
        assertThat(kept).isRegularFile();
        if (Files.getFileStore(kept).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        }
    }

    private static String line(OwnReceiver receiver, String name) {
        return lines(receiver, name + " ").get(0).substring(name.length()).strip();
    }

    private static Answer run(OwnReceiver receiver, String option) {
        return lines(receiver, "curl ").stream().filter(line -> line.contains(" " + option + " ")).findFirst()
                .map(CurlLine::run).orElseThrow();
    }

    private static List<String> lines(OwnReceiver receiver, String beginning) {
        return receiver.screen().lines().map(String::strip).filter(line -> line.startsWith(beginning)).toList();
    }
}
