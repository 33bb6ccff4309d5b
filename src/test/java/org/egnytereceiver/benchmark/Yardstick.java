package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The servlet written by hand, with two tables of its own. */
final class Yardstick implements Contender {

    private static final String CLASSES = "/org/egnytereceiver/benchmark/yardstick/";

    private final Server server;
    private final Store store;

    private Yardstick(Server server, Store store) {
        this.server = server;
        this.store = store;
    }

    /** @param script the receiver's, of which the data source is taken and the broker is not */
    static Yardstick started(Path directory, Path script, Store store) throws IOException {
        try (var tables = Yardstick.class.getResourceAsStream("/benchmark/yardstick.sql")) {
            store.execute(new String(tables.readAllBytes()));
        }
        var commands = Files.readAllLines(script).stream()
                .filter(line -> !line.contains("egnyte-ra") && !line.contains("EgnyteBroker")).toList();
        var own = Files.write(directory.resolveSibling("yardstick.asadmin"), commands);
        var war = packed(directory.resolveSibling("yardstick.war"));
        return new Yardstick(Server.started(directory, own, war, "/yardstick/webhooks/connect", false), store);
    }

    private static Path packed(Path war) throws IOException {
        try (var archive = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of("create", "true"))) {
            var folder = Files.createDirectories(archive.getPath("WEB-INF", "classes" + CLASSES));
            for (var name : List.of("YardstickServlet.class", "Cut.class")) {
                try (var content = Yardstick.class.getResourceAsStream(CLASSES + name)) {
                    Files.copy(content, folder.resolve(name));
                }
            }
        }
        return war;
    }

    @Override
    public String title() {
        return "yardstick";
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public long stored() {
        return store.count("yardstick_event");
    }

    @Override
    public long quarantined() {
        return store.count("yardstick_rest");
    }
}
