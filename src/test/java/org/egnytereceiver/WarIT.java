package org.egnytereceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the WAR has inside is what is known to be there, and nothing that a server provides. */
@Tag("own-server")
class WarIT {

    private static final Path WAR = Path.of("target/egnyte.war");
    private static final Path BILL = Path.of("target/egnyte.cdx.json");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+\\.jar)` \\| ([0-9,]+) \\|");

    /** The platforms, what implements them, drivers, and what servers log with. */
    private static final List<String> OF_SERVERS = List.of("jakarta/", "javax/", "org/eclipse/microprofile/",
            "org/eclipse/yasson/", "org/eclipse/parsson/", "org/eclipse/persistence/", "org/glassfish/", "com/sun/",
            "org/hibernate/",
            "org/jboss/", "org/postgresql/", "org/h2/", "org/slf4j/", "org/apache/logging/", "org/apache/activemq/");
    private static final List<String> OURS_BESIDE_IT = List.of("org/egnytereceiver/adapter/",
            "org/egnytereceiver/launcher/");

    @Test
    void librariesAreTheListedOnes() throws IOException {
        var listed = new TreeMap<String, Long>();
        ROW.matcher(Files.readString(Path.of("src/docs/war.md"))).results()
                .forEach(row -> listed.put(row.group(1), Long.valueOf(row.group(2).replace(",", ""))));
        assertThat(libraries()).isEqualTo(listed);
    }

    @Test
    void nothingIsThereThatAServerProvides() throws IOException {
        var provided = new ArrayList<String>();
        try (var war = new ZipFile(WAR.toFile())) {
            for (var entry : war.stream().toList()) {
                if (entry.getName().startsWith("WEB-INF/lib/")) {
                    classesIn(war.getInputStream(entry)).filter(name -> isOf(OF_SERVERS, name))
                            .forEach(name -> provided.add(entry.getName() + ": " + name));
                } else if (isOf(OF_SERVERS, entry.getName().replace("WEB-INF/classes/", ""))
                        || isOf(OURS_BESIDE_IT, entry.getName().replace("WEB-INF/classes/", ""))) {
                    provided.add(entry.getName());
                }
            }
        }
        assertThat(provided).isEmpty();
    }

    @Test
    void nothingIsThereThatWasMeantForTests() throws IOException {
        try (var war = new ZipFile(WAR.toFile())) {
            assertThat(war.stream().map(entry -> entry.getName().replaceFirst("/[^/]*$", "/")).distinct())
                    .allMatch(folder -> folder.startsWith("WEB-INF/") || folder.startsWith("META-INF/"))
                    .noneMatch(folder -> folder.matches(
                            "WEB-INF/classes/org/egnytereceiver/(system|server|chaos|benchmark|support)/"));
        }
    }

    /** Maven leaves the bill out when it is offline. */
    @Test
    void billOfMaterialsNamesEveryLibraryAndNoOther() throws IOException {
        assumeTrue(Files.exists(BILL), "Maven is offline");
        try (var reader = Json.createReader(Files.newInputStream(BILL))) {
            var bill = reader.readObject();
            assertThat(bill.getString("bomFormat")).isEqualTo("CycloneDX");
            assertThat(bill.getJsonArray("components").getValuesAs(JsonObject.class))
                    .allSatisfy(component -> assertThat(component.getJsonArray("hashes")).isNotEmpty())
                    .extracting(library -> library.getString("name") + "-" + library.getString("version") + ".jar")
                    .containsExactlyInAnyOrderElementsOf(libraries().keySet());
        }
    }

    private static Map<String, Long> libraries() throws IOException {
        var libraries = new TreeMap<String, Long>();
        try (var war = new ZipFile(WAR.toFile())) {
            war.stream().filter(entry -> entry.getName().matches("WEB-INF/lib/.+"))
                    .forEach(entry -> libraries.put(entry.getName().replace("WEB-INF/lib/", ""), entry.getSize()));
        }
        return libraries;
    }

    private static Stream<String> classesIn(InputStream library) throws IOException {
        var names = new ArrayList<String>();
        try (library; var jar = new ZipInputStream(new ByteArrayInputStream(library.readAllBytes()))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    names.add(entry.getName().replaceFirst("^META-INF/versions/[0-9]+/", ""));
                }
            }
        }
        return names.stream();
    }

    private static boolean isOf(List<String> packages, String name) {
        return packages.stream().anyMatch(name::startsWith);
    }
}
