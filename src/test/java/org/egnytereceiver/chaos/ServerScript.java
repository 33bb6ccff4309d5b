package org.egnytereceiver.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The commands from {@code server-config} that make a Payara Micro a node, filled in as their comments tell a person to. */
public final class ServerScript {

    private static final Path EXTERNAL = Path.of("server-config", "payara-micro", "external.asadmin");

    private ServerScript() {
    }

    public static Path external(Path target, PostgreSql database, Broker broker, Path adapter) {
        return filled(EXTERNAL, target, Map.of(
                "DATABASE_HOST", "127.0.0.1",
                "DATABASE_PORT", Integer.toString(database.port()),
                "DATABASE_NAME", PostgreSql.NAME,
                "DATABASE_USER", PostgreSql.USER,
                "DATABASE_PASSWORD", "unused",
                "BROKER_HOST", "127.0.0.1",
                "BROKER_PORT", Integer.toString(broker.port()),
                "BROKER_USER", Broker.USER,
                "BROKER_PASSWORD", Broker.PASSWORD,
                "ADAPTER", adapter.toString()));
    }

    private static Path filled(Path script, Path target, Map<String, String> values) {
        try {
            var text = Files.readString(script);
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}",
                        value.getValue().replace(":", "\\:").replace("=", "\\="));
            }
            return Files.writeString(target, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
