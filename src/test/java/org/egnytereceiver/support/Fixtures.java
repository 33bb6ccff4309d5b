package org.egnytereceiver.support;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;

/** Events as Egnyte sends them, one file for each type, and small changes to them. */
public final class Fixtures {

    private Fixtures() {
    }

    public static String connect(ConnectEventType type) {
        return read("connect/" + type.wireName().replace(':', '/') + ".json");
    }

    public static String connect(ConnectEventType type, String variant) {
        return read("connect/" + type.wireName().replace(':', '/') + "." + variant + ".json");
    }

    public static String msp(MspEventType type) {
        return read("msp/" + type.wireName() + ".json");
    }

    public static String msp(MspEventType type, String variant) {
        return read("msp/" + type.wireName() + "." + variant + ".json");
    }

    /** The text of one file below {@code contract/}. */
    public static String read(String path) {
        try (InputStream file = Fixtures.class.getResourceAsStream("/contract/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The files below a folder of {@code contract/}, without their variants: {@code fs/add_file}. */
    public static List<String> listed(String folder) {
        try (var files = Files.walk(root().resolve(folder))) {
            return files.filter(Files::isRegularFile).map(root().resolve(folder)::relativize)
                    .map(file -> file.toString().replace('\\', '/').replaceFirst("\\.json$", ""))
                    .filter(name -> !name.contains(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }

    public static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The object with one more or another field, whose value is written as it is given, sensible or not. */
    public static String with(String object, String key, String literal) {
        return braced(Stream.concat(others(object, key), Stream.of(Json.createValue(key) + ":" + literal)));
    }

    public static String without(String object, String key) {
        return braced(others(object, key));
    }

    /** The event of Egnyte Connect with one more or another field in its data. */
    public static String withData(String event, String key, String literal) {
        return with(event, "data", with(json(event).getJsonObject("data").toString(), key, literal));
    }

    public static String withoutData(String event, String key) {
        return with(event, "data", without(json(event).getJsonObject("data").toString(), key));
    }

    private static Stream<String> others(String object, String key) {
        return json(object).entrySet().stream().filter(field -> !field.getKey().equals(key)).map(Fixtures::written);
    }

    private static String written(Entry<String, ?> field) {
        return Json.createValue(field.getKey()) + ":" + field.getValue();
    }

    private static String braced(Stream<String> fields) {
        return fields.collect(joining(",", "{", "}"));
    }

    private static Path root() {
        try {
            return Path.of(Fixtures.class.getResource("/contract").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
