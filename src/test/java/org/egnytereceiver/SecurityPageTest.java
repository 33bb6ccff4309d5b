package org.egnytereceiver;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about security points at is there. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("src/docs/security.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT|Contract))`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var existing = files.map(file -> file.getFileName().toString().replace(".java", "")).collect(toSet());
            var named = TEST.matcher(Files.readString(PAGE)).results().map(test -> test.group(1)).collect(toSet());
            assertThat(named).isNotEmpty().isSubsetOf(existing);
        }
    }

    @Test
    void pointsOnlyAtWhatIsThere() throws IOException {
        assertThat(LINK.matcher(Files.readString(PAGE)).results().map(link -> PAGE.resolveSibling(link.group(1))))
                .isNotEmpty().allSatisfy(target -> assertThat(target).exists());
    }
}
