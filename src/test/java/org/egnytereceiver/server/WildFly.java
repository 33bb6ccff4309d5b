package org.egnytereceiver.server;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.chaos.FreePort;

/**
 * WildFly with a base directory of its own. It is configured while it is stopped, so that the variables are those of
 * the command and the server never sees them: what is secret comes to it from its vault.
 */
public final class WildFly extends ApplicationServer {

    private static final String CONFIGURATION = "standalone-full.xml";

    /** Settings that are secret, with the variables of the script that take them. */
    private static final Map<String, String> SECRETS = Map.of(
            "egnyte.delivery.secrets", "DELIVERY_SECRETS",
            "egnyte.operator.name", "OPERATOR_NAME",
            "egnyte.operator.password", "OPERATOR_PASSWORD");

    /** Of those for which WildFly knows no property: IIOP, IIOP with TLS, recovery and state of transactions. */
    private static final List<Integer> FIXED_PORTS = List.of(3528, 3529, 4712, 4713);

    private final int administration = FreePort.found();
    private final int offset = offset();

    public WildFly(String name, Path directory) {
        super(name, directory);
    }

    /** So that the fixed ports stay below those that are {@link FreePort found}, and these stay above zero without it. */
    private static int offset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 11_000))
                .filter(offset -> FIXED_PORTS.stream().allMatch(port -> FreePort.isFree(port + offset)))
                .findFirst().orElseThrow();
    }

    @Override
    public void start() {
        begin();
        try {
            var screen = Files.createTempFile(directory(), "screen", ".txt");
            var command = new ProcessBuilder(home().resolve("bin/standalone.sh").toString(), "-c", CONFIGURATION,
                    base(), "-Djboss.socket.binding.port-offset=" + offset,
                    "-Djboss.tx.node.id=" + directory().getFileName(),
                    "-Djboss.egnyte.port=" + (port() - offset),
                    "-Djboss.http.port=" + (FreePort.found() - offset),
                    "-Djboss.https.port=" + (FreePort.found() - offset),
                    "-Djboss.ajp.port=" + (FreePort.found() - offset),
                    "-Djboss.management.http.port=" + (administration - offset))
                    .redirectErrorStream(true).redirectOutput(screen.toFile());
            command.environment().putAll(environment());
            command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
            command.environment().put("JBOSS_PIDFILE", pid().toString());
            var shell = command.start();
            await("WildFly has started").atMost(4, MINUTES).until(() -> {
                var said = Files.readString(screen);
                if (!shell.isAlive()) {
                    throw new IllegalStateException(said);
                }
                return said.contains("WFLYSRV0025") || said.contains("WFLYSRV0026");
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server as it comes, in a directory of its own. */
    private void begin() {
        var from = home().resolve("standalone");
        if (Files.exists(standalone())) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = standalone().resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Files.list(home().resolve("bin")).map(Path::toFile).forEach(script -> script.setExecutable(true));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Outcome configure(Map<String, String> variables, Map<String, String> settings) {
        var secrets = new HashMap<>(variables);
        SECRETS.forEach((key, variable) -> Optional.ofNullable(settings.get(key))
                .ifPresent(value -> secrets.put(variable, value)));
        var others = settings.entrySet().stream().filter(setting -> !SECRETS.containsKey(setting.getKey()))
                .map(setting -> command(setting.getKey(), setting.getValue())).collect(joining());
        return whileStopped(secrets, Stream.of("configure.cli", "external-broker.cli"), others);
    }

    /** As the page on WildFly shows it. */
    private static String command(String key, String value) {
        var property = "/system-property=" + key;
        return "if (outcome == success) of " + property + ":read-resource\n  " + property + ":remove\nend-if\n"
                + property + ":add(value=" + quoted(value) + ")\n";
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public Outcome unconfigure() {
        return whileStopped(Map.of(), Stream.of("undo.cli"), "");
    }

    private Outcome whileStopped(Map<String, String> variables, Stream<String> scripts, String further) {
        begin();
        var wasRunning = process().isPresent();
        stop();
        var all = environment();
        all.putAll(variables);
        all.put("JAVA_OPTS", base() + " " + SHORT_LIVED);
        var file = written(Stream.concat(Stream.of("offline.cli"), scripts), further);
        var outcome = run(all, List.of(cli(), "--file=" + file));
        if (wasRunning) {
            start();
        }
        return outcome;
    }

    /** {@code cat} of the page. */
    private Path written(Stream<String> scripts, String further) {
        try {
            var all = new StringBuilder();
            for (var script : scripts.toList()) {
                all.append(Files.readString(script(script)));
            }
            return Files.writeString(directory().resolve("commands.cli"), all.append(further));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Outcome deploy(Path war) {
        return command("deploy " + war);
    }

    @Override
    public Outcome undeploy() {
        return command("undeploy egnyte.war");
    }

    @Override
    public void set(String key, String value) {
        command("/system-property=" + key + ":add(value=" + quoted(value) + ")").orThrow();
    }

    @Override
    public void remove(String key) {
        command("/system-property=" + key + ":remove").orThrow();
    }

    @Override
    protected void end() {
        command("shutdown");
    }

    /** Runs a command of the administration. */
    public Outcome command(String command) {
        var environment = environment();
        environment.put("JAVA_OPTS", SHORT_LIVED);
        return run(environment, List.of(cli(), "--connect", "--controller=127.0.0.1:" + administration,
                "--command=" + command));
    }

    /** Adds it to the realm of applications. */
    @Override
    public void user(String name, String group, String password) {
        run(environment(), List.of(home().resolve("bin/add-user.sh").toString(), "--silent",
                "--application-user", "--user", name, "--password", password, "--group", group,
                "--user-properties", configuration().resolveSibling("application-users.properties").toString(),
                "--group-properties", configuration().resolveSibling("application-roles.properties").toString()))
                .orThrow();
        command("/subsystem=elytron/properties-realm=ApplicationRealm:load").orThrow();
    }

    /** What the scripts and the console write to. */
    public Path configuration() {
        return standalone().resolve("configuration").resolve(CONFIGURATION);
    }

    @Override
    public Optional<ProcessHandle> process() {
        try {
            return Files.exists(pid())
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid()).strip()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path log() {
        return standalone().resolve("log").resolve("server.log");
    }

    private Path standalone() {
        return directory().resolve("standalone");
    }

    private Path pid() {
        return directory().resolve("pid");
    }

    private String base() {
        return "-Djboss.server.base.dir=" + standalone();
    }

    private String cli() {
        return home().resolve("bin/jboss-cli.sh").toString();
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of("JBOSS_HOME", home().toString(), "JAVA_HOME", System.getProperty("java.home")));
    }
}
