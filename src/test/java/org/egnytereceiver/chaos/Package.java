package org.egnytereceiver.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A copy of what the build packed, in which the WAR has the counting handler and its table besides. */
final class Package {

    private static final Path BUILT = Path.of("target", "run");
    private static final List<String> AS_BUILT = List.of("receiver.jar", "payara-micro.jar", "egnyte-ra.rar",
            "embedded.asadmin", "logging.properties");

    private final Path directory;

    private Package(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    static Package in(Path directory) {
        try {
            Files.createDirectories(directory);
            for (var name : AS_BUILT) {
                Files.copy(BUILT.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(BUILT.resolve("egnyte.war"), directory.resolve("egnyte.war"), StandardCopyOption.REPLACE_EXISTING);
            var packed = new Package(directory);
            packed.addHandler();
            return packed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    private void addHandler() throws IOException {
        try (var war = FileSystems.newFileSystem(URI.create("jar:" + file("egnyte.war").toUri()), Map.of())) {
            var classes = war.getPath("WEB-INF", "classes");
            add("/org/egnytereceiver/chaos/CountingHandler.class", classes.resolve("org/egnytereceiver/chaos"));
            add("/chaos/V9000__create_effect.sql", classes.resolve("db/migration/common"));
        }
    }

    private static void add(String resource, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var content = Package.class.getResourceAsStream(resource)) {
            Files.copy(content, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
        }
    }
}
