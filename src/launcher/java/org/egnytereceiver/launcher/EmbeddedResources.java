package org.egnytereceiver.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/** Has the server create what {@code embedded.asadmin} describes, with this start's directories in it. */
final class EmbeddedResources {

    private EmbeddedResources() {
    }

    static void create(AdminCommandRunner server, DataDirectory data) {
        var values = Map.of(
                "${DATABASE}", escaped(data.database().toString()),
                "${BROKER}", escaped(data.broker().toString()),
                "${BROKER_PORT}", System.getProperty("receiver.broker.port", "0"),
                "${ADAPTER}", Home.file("egnyte-ra.rar").toString());
        try (var script = Files.lines(Home.file("embedded.asadmin"))) {
            script.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> run(server, line.split("\\s+"), values));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A value is put in after the line was split, so that a directory may have blanks in its name. */
    private static void run(AdminCommandRunner server, String[] words, Map<String, String> values) {
        for (var i = 0; i < words.length; i++) {
            for (var value : values.entrySet()) {
                words[i] = words[i].replace(value.getKey(), value.getValue());
            }
        }
        var result = server.run(words[0], Arrays.copyOfRange(words, 1, words.length));
        if (result.getExitStatus() != ClusterCommandResult.ExitStatus.SUCCESS) {
            throw new CannotStart("The server refused the command " + words[0] + ": " + result.getOutput());
        }
    }

    /** Colons and equals signs separate the properties of a command. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
    }
}
