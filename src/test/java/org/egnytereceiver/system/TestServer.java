package org.egnytereceiver.system;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.chaos.ChildProcess;
import org.egnytereceiver.chaos.FreePort;
import org.egnytereceiver.server.ApplicationServer;
import org.egnytereceiver.server.Make;
import org.egnytereceiver.server.UnderTest;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server that Arquillian starts for this run: its ports, its directory, the database of the chosen kind, and what it
 * is told at start. Stands before Arquillian, which reads all that when it begins.
 *
 * <p>It is a Payara Micro with H2 or PostgreSQL and the broker within, or a server of another make with PostgreSQL and a
 * broker in processes of their own.
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    private static final Path SCRIPTS = Path.of("server-config", "payara-micro");

    private static final String KIND = System.getProperty("arquillian.launch", "embedded");
    private static final Path DIRECTORY = Path.of("target", "system", KIND).toAbsolutePath();
    private static final Optional<ApplicationServer> OTHER = Make.chosen().map(make -> make.in(DIRECTORY));
    private static final int PORT = OTHER.map(ApplicationServer::port).orElseGet(FreePort::found);

    private static int brokerPort = FreePort.found();

    private static boolean prepared;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!prepared) {
            prepared = true;
            emptied(DIRECTORY);
            if (OTHER.isPresent()) {
                prepare(OTHER.get());
            } else {
                prepare();
            }
        }
    }

    /** Whatever a class did, it made no exception escape. */
    @Override
    public void afterAll(ExtensionContext context) {
        log().isFreeOfStackTraces();
    }

    static ServerLog log() {
        return ServerLog.of(OTHER.map(ApplicationServer::log).orElse(DIRECTORY.resolve("server.log")));
    }

    static Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + PORT + "/egnyte/"));
    }

    static URI broker() {
        return URI.create("tcp://127.0.0.1:" + brokerPort);
    }

    /** An empty directory below {@code target}. */
    static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        return Files.createDirectories(directory);
    }

    private static void prepare(ApplicationServer server) {
        var broker = Broker.started(DIRECTORY.resolve("broker"));
        brokerPort = broker.port();
        new UnderTest(server, Resources.of(PostgreSql.started(), brokerPort), settings()).becomesCurrent();
    }

    private static void prepare() throws IOException {
        var temporary = Files.createDirectories(DIRECTORY.resolve("tmp"));
        var logging = written("logging.properties", Path.of("src/test/resources/system/logging.properties"),
                Map.of("LOG", DIRECTORY.resolve("server.log").toString()));
        var script = written("postboot.asadmin", SCRIPTS.resolve(KIND + ".asadmin"), values());
        System.setProperty("server.jvm.options", options(Stream.concat(
                Stream.of("-Xmx512m", ChildProcess.SHORT_LIVED, "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=" + temporary),
                settings().entrySet().stream().map(setting -> "-D" + setting.getKey() + "=" + setting.getValue()))));
        System.setProperty("server.options", options(Stream.of("--nohazelcast", "--port", String.valueOf(PORT),
                "--logproperties", logging.toString(), "--addlibs", Resources.driver().toString(),
                "--postbootcommandfile", script.toString())));
    }

    /** Short delays, so that an event dies while a test waits. */
    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("egnyte.delivery.secrets", Receiver.SECRET + ", " + Receiver.NEXT_SECRET),
                Map.entry("egnyte.operator.name", "operator"),
                Map.entry("egnyte.operator.password", "operator's word"),
                Map.entry("egnyte.viewer.name", "viewer"),
                Map.entry("egnyte.viewer.password", "viewer's word"),
                Map.entry("egnyte.feeds.finance.product", "connect"),
                Map.entry("egnyte.feeds.finance.header", "X-Egnyte-Secret"),
                Map.entry("egnyte.feeds.finance.secrets", "finance-secret"),
                Map.entry("egnyte.feeds.finance.domains", "acme,globex"),
                Map.entry("egnyte.feeds.partners.product", "msp"),
                Map.entry("egnyte.feeds.partners.secrets", "partners-secret"),
                Map.entry("egnyte.work.max-attempts", "3"),
                Map.entry("egnyte.work.time-limit", "PT2S"),
                Map.entry("egnyte.work.first-delay", "PT0.1S"),
                Map.entry("egnyte.work.longest-delay", "PT0.2S"));
    }

    private static Map<String, String> values() {
        var values = new HashMap<>(Map.of(
                "ADAPTER", Resources.adapter().toString(),
                "BROKER", escaped(DIRECTORY.resolve("broker").toString()),
                "BROKER_PORT", String.valueOf(brokerPort),
                "DATABASE", escaped(DIRECTORY.resolve("database/receiver").toString())));
        if (KIND.equals("postgresql")) {
            PostgreSql.started().coordinates().forEach((name, value) -> values.put(name, escaped(value)));
        }
        return values;
    }

    private static Path written(String name, Path template, Map<String, String> values) throws IOException {
        var text = Files.readString(template);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return Files.writeString(DIRECTORY.resolve(name), text);
    }

    /** Colons and equals signs separate the properties of a command. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
    }

    /** Arquillian's adapter splits at blanks that no backslash stands before. */
    private static String options(Stream<String> options) {
        return options.map(option -> option.replace(" ", "\\ ")).collect(joining(" "));
    }
}
