package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StorableTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(null, null),
                Arguments.of("", ""),
                Arguments.of("/Shared/größe 漢 😀\n", "/Shared/größe 漢 😀\n"),
                Arguments.of("a\u0000b", "a\uFFFDb"),
                Arguments.of("\u0000\u0000", "\uFFFD\uFFFD"),
                Arguments.of("a\uD83Db", "a\uFFFDb"),
                Arguments.of("a\uDE00b", "a\uFFFDb"),
                Arguments.of("\uDE00\uD83D", "\uFFFD\uFFFD"),
                Arguments.of("😀\uD83D", "😀\uFFFD"),
                Arguments.of("a".repeat(Storable.LONGEST), "a".repeat(Storable.LONGEST)),
                Arguments.of("a".repeat(Storable.LONGEST - 1) + "😀", "a".repeat(Storable.LONGEST - 1) + "\uFFFD"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void replacesWhatNoTextColumnHolds(String text, String storable) {
        assertThat(Storable.text(text)).isEqualTo(storable);
    }

    @Test
    void makesEveryTextFitForUtf8AndTouchesNoOther() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var characters = new char[] {0, 'a', '\uD83D', '\uDE00', '\uFFFD'};
        for (var i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(6), 0, characters.length).forEach(c -> text.append(characters[c]));
            var storable = Storable.text(text.toString());
            assertThat(storable).as("seed %d, text %d", seed, i).doesNotContain("\u0000").hasSameSizeAs(text);
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(storable));
            assertThat(Storable.text(storable)).isSameAs(storable);
        }
    }
}
