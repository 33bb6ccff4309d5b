package org.egnytereceiver.chaos;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One receiver: a server process of its own, with the WAR of the suite in it. */
final class Node implements Breakable {

    static final String SECRET = "s3cret";

    private static final String OPERATOR = "operator";
    private static final String PASSWORD = "pass-word";

    private final int port;
    private final List<String> command;
    private final Path output;
    private final List<Path> fresh;
    private final Statistics statistics;
    private ChildProcess process;

    /** @param fresh directories that are made anew for each start */
    private Node(int port, List<String> command, Path output, Path... fresh) {
        this.port = port;
        this.command = command;
        this.output = output;
        this.fresh = List.of(fresh);
        this.statistics = new Statistics(address("/"), OPERATOR, PASSWORD, Duration.ofSeconds(10));
    }

    /** Everything in one process, as {@code -Prun} starts it. */
    static Node embedded(Package packed, Path data, int brokerPort) {
        var port = FreePort.found();
        var command = java();
        command.addAll(List.of("-Dreceiver.port=" + port, "-Dreceiver.data=" + data.toAbsolutePath(),
                "-Dreceiver.broker.port=" + brokerPort, "-jar", packed.file("receiver.jar").toString()));
        return new Node(port, command, data.resolveSibling("node.log"));
    }

    /** A plain Payara Micro that finds database and broker where the script says. */
    static Node external(Package packed, Path script, Path driver, Path directory) {
        var port = FreePort.found();
        var server = directory.resolve("server");
        var temporary = directory.resolve("tmp");
        var command = java();
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-jar", packed.file("payara-micro.jar").toString(),
                "--nohazelcast", "--rootDir", server.toString(), "--port", Integer.toString(port), "--addLibs", driver.toString(),
                "--postbootcommandfile", script.toString(), "--deploy", packed.file("egnyte.war").toString()));
        return new Node(port, command, directory.resolve("node.log"), server, temporary);
    }

    private static List<String> java() {
        return new ArrayList<>(List.of(ChildProcess.java(), "-Xmx512m", ChildProcess.SHORT_LIVED,
                "-XX:+ExitOnOutOfMemoryError", "-Degnyte.delivery.secrets=" + SECRET,
                "-Degnyte.operator.name=" + OPERATOR, "-Degnyte.operator.password=" + PASSWORD));
    }

    URI entrance() {
        return address("/webhooks/connect");
    }

    /** What the node says about itself and the others. */
    JsonObject stats() throws IOException, InterruptedException {
        return statistics.read();
    }

    @Override
    public String kill() {
        process.kill();
        return "node, kill -9";
    }

    @Override
    public void restart() {
        launch();
        awaitReady();
    }

    @Override
    public boolean stop() {
        return process.stop();
    }

    void launch() {
        fresh.forEach(FreshDirectory::at);
        process = ChildProcess.started(command, output);
    }

    void awaitReady() {
        await().alias("a node is ready, see " + output).atMost(4, MINUTES).ignoreExceptions()
                .failFast("the node ended", () -> !process.isAlive())
                .until(() -> !stats().isEmpty());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/egnyte" + path);
    }
}
