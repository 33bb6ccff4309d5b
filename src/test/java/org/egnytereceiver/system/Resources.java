package org.egnytereceiver.system;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.egnytereceiver.chaos.Broker;

/** What a server of the estate needs of others, under the names that the scripts of {@code server-config} ask for. */
final class Resources {

    private Resources() {
    }

    static Map<String, String> of(PostgreSql database, int brokerPort) {
        var resources = new HashMap<>(database.coordinates());
        resources.putAll(Map.of(
                "DATABASE_DRIVER", driver().toString(),
                "ADAPTER", adapter().toString(),
                "BROKER_HOST", "127.0.0.1",
                "BROKER_PORT", String.valueOf(brokerPort),
                "BROKER_USER", Broker.USER,
                "BROKER_PASSWORD", Broker.PASSWORD));
        return resources;
    }

    static Path adapter() {
        return Path.of("target", "run", "egnyte-ra.rar").toAbsolutePath();
    }

    static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
