package org.egnytereceiver.chaos;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A PostgreSQL that keeps what it commits, killed as a whole or by its first process alone. */
public final class PostgreSql implements Breakable {

    static final String NAME = "postgres";
    static final String USER = "postgres";

    private final Path directory;
    private final int port = FreePort.found();
    private final RandomGenerator random;
    private final List<String> command;
    private ChildProcess process;

    private PostgreSql(Path directory, RandomGenerator random) {
        this.directory = directory.toAbsolutePath();
        this.random = random;
        this.command = command(executable());
    }

    public static PostgreSql started(Path directory, RandomGenerator random) {
        var database = new PostgreSql(directory, random);
        database.restart();
        return database;
    }

    int port() {
        return port;
    }

    /** The number of its first process, whose children are the others. */
    public long pid() {
        return process.pid();
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, USER, "");
    }

    @Override
    public String kind() {
        return "database";
    }

    /** Immediately, as {@code pg_ctl stop -m immediate}, or by kill -9. */
    @Override
    public void kill() {
        if (random.nextBoolean()) {
            process.signal("QUIT");
        } else {
            process.kill();
        }
    }

    /** Started again and again, since what a killed one shared in memory may be in use for a moment longer. */
    @Override
    public void restart() {
        await().atMost(1, MINUTES).ignoreExceptions().until(() -> {
            if (process == null || !process.isAlive()) {
                process = ChildProcess.started(command, directory.resolveSibling("database.log"));
            }
            connection().close();
            return true;
        });
    }

    @Override
    public void stop() {
        process.stop();
    }

    /** The binaries are unpacked and the data directory is made by a first start, which trades safety for speed. */
    @SuppressWarnings("try")
    private String executable() {
        try (var first = EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false)
                .setPort(port).start()) {
            var pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid)).flatMap(handle -> handle.info().command()).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it does not. */
    private List<String> command(String executable) {
        var words = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(executable, "-D", directory.toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        words.addAll(List.of("-c", "synchronous_commit=on", "-c", "fsync=on", "-c", "max_connections=100"));
        return words;
    }
}
