package org.egnytereceiver.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A process that does not outlive the suite, and writes what it prints to the end of a file. */
public final class ChildProcess {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final long STOP_SECONDS = 60;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    public static ChildProcess started(List<String> command, Path output) {
        try {
            Files.createDirectories(output.getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            RUNNING.add(process);
            process.onExit().thenAccept(RUNNING::remove);
            return new ChildProcess(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What {@code kill -9} does: the process learns nothing of it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, and insists after a minute. */
    public void stop() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    /** Sends another signal, by its name. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        awaitEnd();
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
