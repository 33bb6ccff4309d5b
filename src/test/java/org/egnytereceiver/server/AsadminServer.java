package org.egnytereceiver.server;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egnytereceiver.chaos.FreePort;

/** A server that is administered by {@code asadmin}: a domain of its own in a directory. */
public abstract class AsadminServer extends ApplicationServer {

    private static final String DOMAIN = "receiver";

    /** GlassFish gives up after a minute, which a busy machine needs. */
    private static final String LONGEST_START_MILLIS = "240000";

    private final int administration = FreePort.found();

    protected AsadminServer(String name, Path directory) {
        super(name, directory);
    }

    @Override
    public final void start() {
        if (!Files.exists(domain())) {
            asadmin("create-domain", "--domaindir", directory().toString(), "--nopassword=true", "--savelogin=false",
                    "--adminport", String.valueOf(administration), "--instanceport", String.valueOf(port()),
                    "--domainproperties", otherPorts(), DOMAIN).orThrow();
        }
        asadmin("start-domain", "--domaindir", directory().toString(), DOMAIN).orThrow();
    }

    /** Those that nobody asks for, each of which has to be free all the same. */
    private static String otherPorts() {
        return Stream.of("jms.port", "domain.jmxPort", "orb.listener.port", "http.ssl.port", "orb.ssl.port",
                        "orb.mutualauth.port", "osgi.shell.telnet.port", "java.debugger.port")
                .map(name -> name + "=" + FreePort.found())
                .collect(joining(":"));
    }

    @Override
    public Outcome configure(Map<String, String> environment, Map<String, String> settings) {
        var all = environment(environment);
        all.put("SETTINGS", written(settings).toString());
        all.put("ALONE", "yes");
        return run(all, List.of("bash", script("configure.sh").toString()));
    }

    private Path written(Map<String, String> settings) {
        try {
            return Files.write(directory().resolve("receiver.properties"), settings.entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue()).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Outcome unconfigure() {
        return run(environment(Map.of()), List.of("bash", script("undo.sh").toString()));
    }

    @Override
    public Outcome deploy(Path war) {
        return asadmin("deploy", war.toString());
    }

    @Override
    public Outcome undeploy() {
        return asadmin("undeploy", "egnyte");
    }

    @Override
    public final void user(String name, String group, String password) {
        withSecret("AS_ADMIN_USERPASSWORD", password, "create-file-user", "--groups", group, name).orThrow();
    }

    @Override
    protected void end() {
        asadmin("stop-domain", "--domaindir", directory().toString(), DOMAIN);
    }

    @Override
    public Optional<ProcessHandle> process() {
        try {
            var file = domain().resolve("config").resolve("pid");
            return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path log() {
        return domain().resolve("logs").resolve("server.log");
    }

    private Path domain() {
        return directory().resolve(DOMAIN);
    }

    /** Runs a command of the administration, as the pages of the console do. */
    public Outcome asadmin(String... command) {
        var all = new ArrayList<>(List.of(executable()));
        all.addAll(List.of(command));
        return run(environment(Map.of()), all);
    }

    /** The same, with a secret that is no argument: {@code AS_ADMIN_ALIASPASSWORD} or another of those names. */
    public Outcome withSecret(String secretName, String secret, String... command) {
        try {
            var file = Files.writeString(directory().resolve("secret"), secretName + "=" + secret + "\n");
            var all = new ArrayList<>(List.of("--passwordfile", file.toString()));
            all.addAll(List.of(command));
            return asadmin(all.toArray(String[]::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> environment(Map<String, String> further) {
        var environment = new HashMap<>(Map.of("ASADMIN", executable(), "AS_JAVA", System.getProperty("java.home"),
                "AS_ADMIN_PORT", String.valueOf(administration), "AS_START_TIMEOUT", LONGEST_START_MILLIS,
                "AS_EXTRA_JAVA_OPTS", SHORT_LIVED));
        environment.putAll(further);
        return environment;
    }

    private String executable() {
        return home().resolve("bin").resolve("asadmin").toString();
    }
}
