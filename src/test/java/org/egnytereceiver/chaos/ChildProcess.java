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

    /** For a JVM that is not there for long: a server starts with little more than half of the work. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

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

    /**
     * Asks it to end, and insists after a minute.
     *
     * @return whether it ended by itself
     */
    public boolean stop() {
        process.destroy();
        var ended = awaitEnd();
        if (!ended) {
            kill();
        }
        return ended;
    }

    /** Sends it another signal, by its name. */
    void toFirst(String signal) {
        send(signal, process.toHandle());
    }

    /** Sends a signal to it and then to all that it started. */
    void toAll(String signal) {
        toFirst(signal);
        process.descendants().forEach(descendant -> send(signal, descendant));
    }

    /** One that has ended meanwhile needs none. */
    private static void send(String signal, ProcessHandle handle) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean awaitEnd() {
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
