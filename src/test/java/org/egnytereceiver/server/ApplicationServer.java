package org.egnytereceiver.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egnytereceiver.chaos.ChildProcess;
import org.egnytereceiver.chaos.FreePort;

/**
 * A server of one make with a directory and ports of its own, which it shares with no other: the distribution itself
 * is only read. What is done to it is what its page tells people to do.
 */
public abstract class ApplicationServer implements AutoCloseable {

    private static final Path DISTRIBUTIONS = Path.of("target", "servers").toAbsolutePath();
    private static final Path CONFIGURATIONS = Path.of("server-config").toAbsolutePath();
    private static final long LONGEST_STOP = 60;

    /** For the Java of a command, which has ended before it would be worth more: half of its time goes without. */
    protected static final String SHORT_LIVED = ChildProcess.SHORT_LIVED + " -XX:+UseSerialGC";

    private final String name;
    private final Path directory;
    private final int port = FreePort.found();

    /**
     * It does not outlive this process. Nobody sees it half made through that: the hook runs when the process ends.
     *
     * @param name of the distribution, and of the directory of its scripts
     */
    @SuppressWarnings("this-escape")
    protected ApplicationServer(String name, Path directory) {
        this.name = name;
        this.directory = directory.toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it as it is, or as it comes from its distribution, and waits until it can be configured. */
    public abstract void start();

    /**
     * Runs its script.
     *
     * @param environment the variables of the script: where database, driver, broker and adapter are
     * @param settings the keys of the README's table with their values
     */
    public abstract Outcome configure(Map<String, String> environment, Map<String, String> settings);

    /** Takes back what {@link #configure} did. */
    public abstract Outcome unconfigure();

    /** Deploys the receiver by the command that people use, and returns when that has ended. */
    public abstract Outcome deploy(Path war);

    public abstract Outcome undeploy();

    /** Gives a setting a value by what is behind the page of its console, while it runs. */
    public abstract void set(String key, String value);

    /** Takes away what {@link #set} gave. */
    public abstract void remove(String key);

    /** Adds a user to the realm for the accounts of the receiver, while it runs. */
    public abstract void user(String name, String group, String password);

    /** Has it end by its own command. */
    protected abstract void end();

    /** The process that serves, while there is one. */
    public abstract Optional<ProcessHandle> process();

    /** Where it writes what happens. */
    public abstract Path log();

    /** Where it listens for HTTP. */
    public final int port() {
        return port;
    }

    /** As when the power fails. */
    public final void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Has it end by its own command, and insists when that is not enough. */
    public final void stop() {
        process().ifPresent(process -> {
            end();
            try {
                process.onExit().get(LONGEST_STOP, SECONDS);
            } catch (TimeoutException insist) {
                kill();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public final void close() {
        stop();
    }

    /** The directory of this server, for what is its own. */
    protected final Path directory() {
        return directory;
    }

    /** The unpacked distribution: the one directory in its archive. */
    protected final Path home() {
        try (var content = Files.list(DISTRIBUTIONS.resolve(name))) {
            return content.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file from {@code server-config}. */
    protected final Path script(String file) {
        return CONFIGURATIONS.resolve(name).resolve(file);
    }

    /** Runs a command to its end, with what it says in a file of its own. */
    protected final Outcome run(Map<String, String> environment, List<String> command) {
        try {
            var said = Files.createTempFile(Files.createDirectories(directory), "command", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end: " + Files.readString(said));
            }
            return new Outcome(process.exitValue(), Files.readString(said));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
