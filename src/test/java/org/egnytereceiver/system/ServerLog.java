package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote while it ran. */
record ServerLog(List<String> lines) {

    private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/@]+\\(.*\\)");

    static ServerLog of(Path file) {
        try {
            return new ServerLog(Files.readString(file, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void isFreeOfStackTraces() {
        assertThat(lines.stream().filter(line -> FRAME.matcher(line).matches()).limit(20)).isEmpty();
    }
}
