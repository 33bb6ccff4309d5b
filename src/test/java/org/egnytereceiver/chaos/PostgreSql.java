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

    private PostgreSql(Path directory, RandomGenerator random, List<String> settings) {
        this.directory = directory.toAbsolutePath();
        this.random = random;
        this.command = command(executable(), settings);
    }

    /** @param settings further ones, each written as {@code name=value} */
    public static PostgreSql started(Path directory, RandomGenerator random, String... settings) {
        var database = new PostgreSql(directory, random, List.of(settings));
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

    /** By kill -9, or as {@code pg_ctl stop -m immediate} does. */
    @Override
    public String kill() {
        if (random.nextBoolean()) {
            process.kill();
            return "database, kill -9";
        }
        process.toFirst("QUIT");
        process.awaitEnd();
        return "database, -m immediate";
    }

    Outage away() {
        return new Outage("database away", this::kill, this::restart);
    }

    /** Takes connections and answers nothing, like one behind a network that swallows everything. */
    Outage frozen() {
        return new Outage("database frozen", () -> process.toAll("STOP"), () -> process.toAll("CONT"));
    }

    Outage readOnly() {
        return new Outage("database read-only", () -> setReadOnly("on"), () -> setReadOnly("off"));
    }

    /** Others hold all connections that there are. */
    Outage taken() {
        var taken = new ArrayList<Connection>();
        return new Outage("connections taken", () -> takeAll(taken), () -> taken.forEach(PostgreSql::close));
    }

    /** It stops by itself when it cannot write what it must: a service manager would have it run on. */
    Outage diskFull(Disk disk) {
        return new Outage("database's disk full", disk::fill, () -> {
            disk.clear();
            restart();
        });
    }

    /** A session that is read-only itself may not change this setting, nor any other. */
    private void setReadOnly(String value) {
        try (var connection = connection(); var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter system set default_transaction_read_only = " + value);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Those of the nodes are ended until they have lost the race for the free ones. */
    private void takeAll(List<Connection> taken) {
        while (true) {
            try {
                taken.add(connection());
            } catch (SQLException noneLeft) {
                if (endsNone(taken.get(0))) {
                    return;
                }
            }
        }
    }

    private static boolean endsNone(Connection connection) {
        try (var statement = connection.createStatement(); var ended = statement.executeQuery(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'egnyte'")) {
            return !ended.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
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
    public boolean stop() {
        return process.stop();
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
    private List<String> command(String executable, List<String> settings) {
        var words = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(executable, "-D", directory.toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        words.addAll(List.of("-c", "synchronous_commit=on", "-c", "fsync=on", "-c", "max_connections=100"));
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        return words;
    }
}
