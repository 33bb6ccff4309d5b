package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.egnytereceiver.chaos.ChildProcess;

/** A receiver as people start it, {@code java -jar receiver.jar}, in a process that a test may kill. */
final class OwnReceiver implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private static final Map<String, String> CREDENTIALS = Map.of("egnyte.delivery.secrets", Receiver.SECRET,
            "egnyte.operator.name", "operator", "egnyte.operator.password", "operator's word");

    private final Process process;
    private final Path directory;
    private final Path screen;
    private final int port;

    private OwnReceiver(Process process, Path directory, Path screen, int port) {
        this.process = process;
        this.directory = directory;
        this.screen = screen;
        this.port = port;
    }

    /** Starts one in a directory, where its data are and what it writes to the screen. */
    static OwnReceiver starting(Path directory, int port, Map<String, String> settings) throws IOException {
        return starting(Path.of("target", "run"), directory, port, settings);
    }

    /** The same, from another directory than the one where the build has put it together. */
    static OwnReceiver starting(Path home, Path directory, int port, Map<String, String> settings) throws IOException {
        var all = new HashMap<>(CREDENTIALS);
        all.putAll(settings);
        return startingWith(home, directory, port, all);
    }

    /** The same, without a secret and a password. */
    static OwnReceiver startingWithoutCredentials(Path directory, int port, Map<String, String> settings) throws IOException {
        return startingWith(Path.of("target", "run"), directory, port, settings);
    }

    private static OwnReceiver startingWith(Path home, Path directory, int port, Map<String, String> settings)
            throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", ChildProcess.SHORT_LIVED,
                "-Dreceiver.port=" + port, "-Dreceiver.data=" + directory.resolve("data")));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", home.resolve("receiver.jar").toAbsolutePath().toString()));
        var screen = Files.createTempFile(directory, "screen", ".txt");
        return new OwnReceiver(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(screen.toFile())
                .start(), directory, screen, port);
    }

    Receiver whenReady() {
        await("the receiver is ready").atMost(LONGEST_START).until(() -> {
            assertThat(process.isAlive()).as(screen()).isTrue();
            return screen().contains("is ready");
        });
        return new Receiver(URI.create("http://localhost:" + port + "/egnyte/"));
    }

    /** @return the exit status of a receiver that refuses to start */
    int whenEnded() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).as(screen()).isTrue();
        return process.exitValue();
    }

    String screen() {
        return text(screen);
    }

    /** Everything that it and its server wrote. */
    String log() {
        try (var files = Files.walk(directory.resolve("data"))) {
            return screen() + files.filter(file -> file.toString().endsWith(".log")).map(OwnReceiver::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As when the power fails. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As with Ctrl-C. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
