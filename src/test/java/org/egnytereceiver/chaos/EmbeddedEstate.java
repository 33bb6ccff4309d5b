package org.egnytereceiver.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** As on a developer's machine: one process that has database and broker in itself. */
final class EmbeddedEstate implements Estate {

    static final String DATA = "data";

    private static final Pattern URL = Pattern.compile("url=(jdbc\\\\:h2.*?)(?<!\\\\):");

    private final Path data;
    private final Node node;
    private final Subscriber subscriber;

    private EmbeddedEstate(Path directory) {
        var brokerPort = FreePort.found();
        data = directory.resolve(DATA);
        node = Node.embedded(Package.in(directory.resolve("package")), data, brokerPort);
        subscriber = new Subscriber(brokerPort, null, null);
    }

    /** The node has its files in the directory of that name below the given one. */
    static EmbeddedEstate started(Path directory) {
        var estate = new EmbeddedEstate(directory);
        estate.node.restart();
        return estate;
    }

    @Override
    public String name() {
        return "one node with everything embedded";
    }

    @Override
    public List<Node> nodes() {
        return List.of(node);
    }

    @Override
    public List<Breakable> breakables() {
        return List.of(node);
    }

    @Override
    public Subscriber subscriber() {
        return subscriber;
    }

    /** The file is opened as the node opens it, which has let go of it by then. */
    @Override
    public Connection database() throws SQLException {
        node.stop();
        return DriverManager.getConnection(url(), "egnyte", "egnyte");
    }

    @Override
    public void stop() {
        subscriber.close();
        node.stop();
    }

    private String url() {
        try {
            var url = URL.matcher(Files.readString(Path.of("server-config", "payara-micro", "embedded.asadmin")));
            if (!url.find()) {
                throw new IllegalStateException("no H2 address in embedded.asadmin");
            }
            return url.group(1).replace("\\", "")
                    .replace("${DATABASE}", data.toAbsolutePath().resolve("database").resolve("receiver").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
