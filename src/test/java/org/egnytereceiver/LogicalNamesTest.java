package org.egnytereceiver;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egnytereceiver.support.MarkdownTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every server is told of everything that the receiver asks of it, and the table says how. */
class LogicalNamesTest {

    private static final Path CONFIGURATIONS = Path.of("server-config");
    private static final MarkdownTable TABLE = MarkdownTable.of(CONFIGURATIONS.resolve("README.md"), "Logical name");
    private static final Pattern RESOURCE = Pattern.compile("@Resource\\(lookup = \"java:comp/env/([^\"]+)\"\\)");
    private static final Pattern DESTINATION = Pattern.compile("String (?:QUEUE|TOPIC) = \"([^\"]+)\"");
    private static final Pattern ROLE = Pattern.compile("<role-name>([^<]+)</role-name>");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** What is there only because a script makes it: queues may be the broker's, and roles come from the realm. */
    private static final Pattern MADE_BY_A_SCRIPT = Pattern.compile("(jdbc|jms)/.*");

    /** How a script has another one do the same. */
    private static final String BY_ANOTHER = "../payara-server/configure.sh";

    @Test
    void tableListsWhatTheReceiverAsksForAndNothingElse() {
        var listed = new TreeSet<String>();
        TABLE.rows().forEach(row -> listed.addAll(names(row)));
        assertThat(listed).isEqualTo(asked());
    }

    @Test
    void tableHasAColumnForEveryServer() {
        assertThat(servers().map(LogicalNamesTest::column)).doesNotContain(-1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyNameIsMappedOnEveryServer(String server) {
        assertThat(TABLE.rows()).allSatisfy(row -> assertThat(row.get(column(server))).as(row.get(0) + " on " + server).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void scriptsOfEveryServerMakeWhatIsMadeThere(String server) {
        var scripts = commandsOf(server);
        assertThat(asked().stream().filter(MADE_BY_A_SCRIPT.asMatchPredicate())).isNotEmpty()
                .allSatisfy(name -> assertThat(scripts).as(server).contains(name));
    }

    static Stream<String> servers() {
        try (var content = Files.list(CONFIGURATIONS)) {
            return content.filter(Files::isDirectory).map(server -> server.getFileName().toString()).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> asked() {
        var code = everythingBelow(Path.of("src/main/java"));
        var asked = new TreeSet<String>();
        Stream.of(RESOURCE, DESTINATION).forEach(pattern -> asked.addAll(found(pattern, code)));
        asked.addAll(found(ROLE, read(Path.of("webapp/WEB-INF/web.xml"))));
        return asked;
    }

    /** What makes something: neither what is only said in comments, nor what takes it back. */
    private static String commandsOf(String server) {
        var makers = everythingBelow(CONFIGURATIONS.resolve(server),
                file -> !file.getFileName().toString().startsWith("undo."));
        var commands = makers.lines().filter(line -> !line.strip().startsWith("#")).collect(joining("\n"));
        return commands.contains(BY_ANOTHER) ? commands + commandsOf("payara-server") : commands;
    }

    /** @return the place of the server's column, or -1 */
    private static int column(String server) {
        return TABLE.head().stream().map(head -> head.toLowerCase(Locale.ROOT).replace(' ', '-')).toList().indexOf(server);
    }

    private static Set<String> names(List<String> row) {
        return found(NAME, row.get(0));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new TreeSet<>(pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList());
    }

    private static String everythingBelow(Path directory) {
        return everythingBelow(directory, file -> true);
    }

    private static String everythingBelow(Path directory, Predicate<Path> chosen) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(chosen).map(LogicalNamesTest::read).collect(joining("\n"));
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
