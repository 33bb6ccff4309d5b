package org.egnytereceiver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingFileTest {

    private static final String KEY = "egnyte.some.file";

    @TempDir
    Path directory;

    @Test
    void holdsAValueOnEachLine() throws IOException {
        var file = Files.writeString(directory.resolve("values"), "one\n\n  two, three \r\n#four");
        assertThat(lines(file.toString())).containsExactly("one", "two, three", "#four");
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
        var file = Files.writeString(directory.resolve("values"), "\uFEFFone\ntwo");
        assertThat(lines(file.toString())).containsExactly("one", "two");
    }

    @Test
    void isNotNeeded() {
        assertThat(lines("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t"})
    void hasToHoldSomething(String nothing) throws IOException {
        isRefused(Files.writeString(directory.resolve("values"), nothing).toString());
    }

    @Test
    void hasToBeAFileOfText() throws IOException {
        isRefused(directory.resolve("missing").toString());
        isRefused(directory.toString());
        isRefused("\0");
        isRefused(Files.write(directory.resolve("latin"), "top-secret\u00FC".getBytes(StandardCharsets.ISO_8859_1)).toString());
        isRefused(Files.writeString(directory.resolve("large"), "top-secret\n".repeat(10_000)).toString());
    }

    @Test
    void mustNotBeChangedByEverybody() throws IOException {
        var file = Files.writeString(directory.resolve("values"), "top-secret");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
        isRefused(file.toString());
        isRefused(Files.createSymbolicLink(directory.resolve("link"), file).toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(lines(file.toString())).containsExactly("top-secret");
    }

    private void isRefused(String name) {
        assertThatThrownBy(() -> lines(name)).isInstanceOf(WrongSetting.class)
                .hasMessageMatching("The setting egnyte\\.some\\.file [^\\n]+\\.").hasMessageNotContaining("top-secret");
    }

    private static List<String> lines(String name) {
        try (var values = Configured.with(Map.of(KEY, name))) {
            assertThat(values).isNotNull();
            return new Settings().lines(KEY);
        }
    }
}
