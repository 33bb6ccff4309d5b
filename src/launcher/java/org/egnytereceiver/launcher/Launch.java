package org.egnytereceiver.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Called by Maven: starts the receiver as a process of its own, with a capped heap, hands on the settings given with
 * {@code -D}, and ends with it. A receiver that did not start makes the build fail.
 */
public final class Launch {

    private static final long STOP_SECONDS = 30;

    /** From this Java version on, the broker's network library is warned of (JEP 498). */
    private static final int UNSAFE_WARNS_SINCE = 24;

    /** For a server that has just started: what is compiled sooner takes less from then on. For root; others get a warning. */
    private static final List<String> COMPILER_FIRST = List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=-5");

    private static final String LAUNCHED = "receiver.launched";

    private Launch() {
    }

    /** @param args the directory that holds {@code receiver.jar} */
    public static void main(String[] args) throws IOException, InterruptedException {
        var receiver = new ProcessBuilder(command(Path.of(args[0], "receiver.jar"))).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(receiver)));
        var status = receiver.waitFor();
        if (status != 0) {
            throw new IllegalStateException("The receiver ended with status " + status);
        }
    }

    /** @return the launcher, seen from the process it started; empty in a process that was started by hand */
    static Optional<ProcessHandle> parentOfThis() {
        return Boolean.getBoolean(LAUNCHED) ? ProcessHandle.current().parent() : Optional.empty();
    }

    private static List<String> command(Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + System.getProperty("receiver.heap", "512m"));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:+UseParallelGC");
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(COMPILER_FIRST);
        }
        if (Runtime.version().feature() >= UNSAFE_WARNS_SINCE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("egnyte.") || name.startsWith("receiver."))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-D" + LAUNCHED + "=true");
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    private static void stop(Process receiver) {
        receiver.destroy();
        try {
            receiver.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
