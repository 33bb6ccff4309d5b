package org.egnytereceiver.benchmark;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egnytereceiver.chaos.ChildProcess;
import org.egnytereceiver.chaos.FreePort;
import org.egnytereceiver.chaos.FreshDirectory;
import org.postgresql.Driver;

/** A Payara Micro with one application, in a process of its own, with heap and collector as the receiver is shipped. */
final class Server {

    static final String SECRET = "s3cret";
    static final String OPERATOR = "operator";
    static final String PASSWORD = "pass-word";

    private static final Path BUILT = Path.of("target", "run").toAbsolutePath();

    private final int port = FreePort.found();
    private final String entrance;
    private final GcLog collections;
    private final ChildProcess process;
    private final double secondsUntilReady;

    private Server(Path directory, Path script, Path application, String entrance, boolean profiled) {
        this.entrance = entrance;
        var gc = directory.resolve("gc.log");
        collections = new GcLog(gc);
        var begun = System.nanoTime();
        process = ChildProcess.started(command(directory, gc, script, application, profiled),
                directory.resolve("server.log"));
        awaitReady(directory);
        secondsUntilReady = (System.nanoTime() - begun) / 1e9;
    }

    /** @param entrance path that takes deliveries; the server is there when it answers an empty one */
    static Server started(Path directory, Path script, Path application, String entrance, boolean profiled) {
        return new Server(directory, script, application, entrance, profiled);
    }

    private List<String> command(Path directory, Path gc, Path script, Path application, boolean profiled) {
        var command = new ArrayList<String>(List.of(ChildProcess.java(), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseParallelGC",
                "-Xlog:gc:file=" + gc + "::filecount=0",
                "-Djava.io.tmpdir=" + FreshDirectory.at(directory.resolve("tmp")),
                "-Degnyte.delivery.secrets=" + SECRET,
                "-Degnyte.operator.name=" + OPERATOR, "-Degnyte.operator.password=" + PASSWORD));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=-5"));
        }
        if (profiled) {
            command.add("-XX:FlightRecorderOptions=stackdepth=400");
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + directory + ".jfr");
        }
        command.addAll(List.of("-jar", built("payara-micro.jar").toString(), "--nohazelcast",
                "--rootDir", directory.resolve("server").toString(), "--port", Integer.toString(port),
                "--addLibs", driver().toString(), "--postbootcommandfile", script.toString(),
                "--deploy", application.toString()));
        return command;
    }

    static Path built(String name) {
        return BUILT.resolve(name);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI entrance() {
        return address(entrance);
    }

    long pid() {
        return process.pid();
    }

    double secondsUntilReady() {
        return secondsUntilReady;
    }

    GcLog collections() {
        return collections;
    }

    /** Has the garbage collected, so that what is counted from here on is nobody else's. */
    void collect() {
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid()), "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException("the benchmark needs a JDK", failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void stop() {
        process.stop();
    }

    private void awaitReady(Path directory) {
        var nothing = ("POST " + entrance + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + SECRET
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]").getBytes();
        await().alias("a server is ready, see " + directory).atMost(4, MINUTES).ignoreExceptions()
                .failFast("the server ended", () -> !process.isAlive())
                .until(() -> {
                    try (var connection = new HttpConnection(entrance())) {
                        return connection.send(nothing).status() == 200;
                    }
                });
    }

    private static Path driver() {
        try {
            return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
