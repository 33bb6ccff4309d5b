package org.egnytereceiver.server;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egnytereceiver.chaos.FreePort;

/** Open Liberty: a server of its own below a directory for servers. It takes files, at any time, where others take commands. */
public final class Liberty extends ApplicationServer {

    private static final String SERVER = "estate";

    /** How files begin that say something else than the script. */
    private static final String OTHERWISE = "otherwise-";

    private static final Duration LONGEST_DEPLOYMENT = Duration.ofMinutes(4);

    /** How the start of an application ends, or its stop. */
    private static final Pattern STARTED = Pattern.compile(".* CWWKZ000[13]I: .*");
    private static final Pattern NOT_STARTED = Pattern.compile(".* CWWKZ000[24]E: .*");
    private static final Pattern STOPPED = Pattern.compile(".* CWWKZ0009I: .*");

    private final int securePort = FreePort.found();

    public Liberty(String name, Path directory) {
        super(name, directory);
    }

    @Override
    public void start() {
        if (!Files.exists(server())) {
            server("create", "--template=webProfile10").orThrow();
            write(server().resolve("jvm.options"), "-Xmx512m\n");
            write(overrides().resolve("ports.xml"), """
                    <server>
                      <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="%d"/>
                    </server>
                    """.formatted(port(), securePort));
        }
        server("start").orThrow();
    }

    @Override
    public Outcome configure(Map<String, String> environment, Map<String, String> settings) {
        var all = new HashMap<>(environment);
        all.put("SERVER", server().toString());
        all.put("ALONE", "yes");
        all.put("SETTINGS", write(directory().resolve("receiver.properties"), settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n").collect(joining())).toString());
        return run(all, List.of("bash", script("configure.sh").toString()));
    }

    @Override
    public Outcome unconfigure() {
        return run(Map.of("SERVER", server().toString()), List.of("bash", script("undo.sh").toString()));
    }

    /** The server sees the file by itself, and says in its log what becomes of it. */
    @Override
    public Outcome deploy(Path war) {
        var before = lines().size();
        place(war);
        return ended(before, STARTED);
    }

    @Override
    public Outcome undeploy() {
        var before = lines().size();
        takeBack();
        return ended(before, STOPPED);
    }

    /** Puts the application where the server looks for it. */
    public void place(Path war) {
        try {
            var beside = server().resolve("egnyte.war.new");
            Files.copy(war, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, application(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes the application away, and everything that was said otherwise. */
    public void takeBack() {
        try (var files = Files.list(overrides())) {
            Files.deleteIfExists(application());
            for (var file : files.filter(file -> file.getFileName().toString().startsWith(OTHERWISE)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has the server take this after what the script made. */
    public void override(String elements) {
        override("elements", elements);
    }

    private void override(String what, String elements) {
        write(otherwise(what), "<server>" + elements + "</server>");
    }

    @Override
    public void set(String key, String value) {
        override(key, "<variable name='" + key + "' value='" + value + "'/>");
    }

    @Override
    public void remove(String key) {
        try {
            Files.delete(otherwise(key));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void user(String name, String group, String password) {
        override(name, """
                <basicRegistry id='estate'>
                  <user name='%1$s' password='%3$s'/>
                  <group name='%2$s'><member name='%1$s'/></group>
                </basicRegistry>
                <webAppSecurity useAuthenticationDataForUnprotectedResource='true'/>
                """.formatted(name, group, password));
    }

    /** What has become of the application since the server was started. */
    public Outcome startOfApplication() {
        return ended(0, STARTED);
    }

    private Outcome ended(int before, Pattern success) {
        await("what becomes of the application").atMost(LONGEST_DEPLOYMENT).until(() -> lines().stream().skip(before)
                .anyMatch(line -> success.matcher(line).matches() || NOT_STARTED.matcher(line).matches()));
        var said = lines().stream().skip(before).toList();
        return new Outcome(said.stream().anyMatch(line -> success.matcher(line).matches()) ? 0 : 1,
                String.join("\n", said));
    }

    @Override
    protected void end() {
        server("stop");
    }

    @Override
    public Optional<ProcessHandle> process() {
        try {
            var file = directory().resolve("servers").resolve(".pid").resolve(SERVER + ".pid");
            return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path log() {
        return server().resolve("logs").resolve("messages.log");
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path server() {
        return directory().resolve("servers").resolve(SERVER);
    }

    private Path overrides() {
        return server().resolve("configDropins").resolve("overrides");
    }

    private Path otherwise(String what) {
        return overrides().resolve(OTHERWISE + what + ".xml");
    }

    private Path application() {
        return server().resolve("apps").resolve("egnyte.war");
    }

    private Outcome server(String action, String... options) {
        var command = new ArrayList<>(List.of(home().resolve("bin").resolve("server").toString(), action, SERVER));
        command.addAll(List.of(options));
        return run(Map.of("WLP_USER_DIR", directory().toString()), command);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
