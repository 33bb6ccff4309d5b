package org.egnytereceiver.chaos;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An Artemis broker in a process and a directory of its own. */
public final class Broker implements Breakable {

    public static final String USER = "egnyte";
    public static final String PASSWORD = "let-me-in";

    /** Artemis writes a line for each call otherwise. */
    private static final Path QUIET = Path.of("src", "test", "resources", "logging.properties");

    private final Path directory;
    private final int port = FreePort.found();
    private ChildProcess process;

    private Broker(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    public static Broker started(Path directory) {
        var broker = new Broker(directory);
        broker.restart();
        return broker;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public String kill() {
        process.kill();
        return "broker, kill -9";
    }

    Outage away() {
        return new Outage("broker away", this::kill, this::restart);
    }

    /** It stops by itself when it cannot write, or holds its clients up: a service manager would have it run on. */
    Outage diskFull(Disk disk) {
        return new Outage("broker's disk full", disk::fill, () -> {
            disk.clear();
            if (!process.isAlive()) {
                restart();
            }
        });
    }

    @Override
    public void restart() {
        process = ChildProcess.started(List.of(ChildProcess.java(), "-Xmx256m",
                "-Djava.util.logging.config.file=" + QUIET.toAbsolutePath(),
                "-cp", System.getProperty("java.class.path"), BrokerProcess.class.getName(), directory.toString(),
                Integer.toString(port), USER, PASSWORD), directory.resolveSibling("broker.log"));
        await().atMost(2, MINUTES).until(this::answers);
    }

    @Override
    public boolean stop() {
        return process.stop();
    }

    private boolean answers() {
        try (var connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
                JMSContext context = connections.createContext(USER, PASSWORD)) {
            context.start();
            return true;
        } catch (JMSRuntimeException away) {
            return false;
        }
    }
}
