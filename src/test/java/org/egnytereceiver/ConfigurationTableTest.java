package org.egnytereceiver;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egnytereceiver.support.MarkdownTable;
import org.junit.jupiter.api.Test;

/** The table in the README and the code speak of the same settings. */
class ConfigurationTableTest {

    /** A key, or the beginning or the end of one that is put together. */
    private static final Pattern SETTING = Pattern.compile("""
            (?:text|list|number|duration|size|header|secrets|secretsIn|account)\\("(egnyte\\.[^"]+)\"""");
    private static final Pattern ACCOUNT_FIELD = Pattern.compile("settings\\.text\\(prefix \\+ \"(\\.[a-z]+)\"\\)");
    private static final Pattern FEED_FIELD = Pattern.compile("\\(prefix \\+ \"([a-z-]+)\"\\)");
    private static final Pattern LITERAL = Pattern.compile("\"(egnyte\\.[^\"]*)\"");

    private static final Path KNOWN = Path.of("src/main/java/org/egnytereceiver/settings/KnownSettings.java");

    /** Names that begin like settings and are none: addresses of messages, and the prefix that all feeds share. */
    private static final Set<String> NO_SETTINGS = Set.of("egnyte.work", "egnyte.events", "egnyte.feeds.");

    @Test
    void tableListsEverySettingOfTheCodeAndNoOther() {
        assertThat(new TreeSet<>(MarkdownTable.settings())).isEqualTo(settingsOfTheCode());
    }

    @Test
    void knownSettingsAreThoseOfTheTable() {
        var table = new TreeSet<>(MarkdownTable.settings());
        table.removeIf(name -> name.startsWith("egnyte.feeds."));
        assertThat(found(LITERAL, read(KNOWN))).isEqualTo(table);
    }

    @Test
    void codeReadsSettingsInNoOtherWay() {
        var known = found(SETTING, code());
        known.addAll(NO_SETTINGS);
        assertThat(found(LITERAL, code())).as("literals that look like settings").isEqualTo(known);
    }

    private static Set<String> settingsOfTheCode() {
        var settings = new TreeSet<String>();
        for (var key : found(SETTING, code())) {
            if (key.equals("egnyte.operator") || key.equals("egnyte.viewer")) {
                found(ACCOUNT_FIELD, code()).forEach(field -> settings.add(key + field));
            } else {
                settings.add(key);
            }
        }
        found(FEED_FIELD, code()).forEach(field -> settings.add("egnyte.feeds.<name>." + field));
        return settings;
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).collect(toCollection(TreeSet::new));
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.equals(KNOWN)).sorted().map(ConfigurationTableTest::read)
                    .reduce("", String::concat);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
