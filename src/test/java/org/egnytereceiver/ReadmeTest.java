package org.egnytereceiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final String JAVA = "```java\n";

    @Test
    void showsTheHandlerThatIsCompiledAndRunByATest() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var start = readme.indexOf(JAVA) + JAVA.length();
        var shown = readme.substring(start, readme.indexOf("```", start));
        var source = Files.readString(Path.of("src/test/java/org/egnytereceiver/example/MovedFiles.java"));
        assertThat(source).endsWith(shown);
        assertThat(shown.lines().filter(line -> !line.isBlank())).hasSize(10);
    }
}
