package org.egnytereceiver.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the launcher's own files lie. */
final class Home {

    private Home() {
    }

    /** @return the file of that name beside the launcher's archive */
    static Path file(String name) {
        try {
            var archive = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return archive.resolveSibling(name).toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
