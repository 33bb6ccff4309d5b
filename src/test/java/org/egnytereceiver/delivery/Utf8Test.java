package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
            "'', 0",
            "5B5D, 0",
            "20090A0D5B, 4",
            "EFBBBF, 3",
            "EFBBBF5B, 3",
            "EFBBBF205B, 4",
            "EFBB, 0",
            "20EFBBBF5B, 1",
            "0C5B, 0"})
    void startsBehindOneByteOrderMarkAndWhiteSpace(String hex, int start) {
        assertThat(Utf8.start(bytes(hex))).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Übergröße", "漢字", "😀", "\uFFFD", "a\uFFFDb", "\u0000"})
    void readsWhatIsUtf8(String text) {
        var bytes = text.getBytes(UTF_8);
        assertThat(Utf8.strict(bytes, 0, bytes.length)).contains(text);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
            "80, a continuation without a lead",
            "C3, a lead without its continuation",
            "C328, a lead before ASCII",
            "C0AF, an overlong slash",
            "E282, two bytes of three",
            "EDA080, half of a surrogate pair",
            "F4908080, beyond Unicode",
            "FF, never used",
            "EFBFBD80, a true replacement character before a broken one",
            "E4F6FC, Latin-1"})
    void doesNotReadWhatIsNot(String hex, String description) {
        assertThat(Utf8.strict(bytes(hex), 0, hex.length() / 2)).as(description).isEmpty();
    }

    @Test
    void looksAtItsSliceOnly() {
        var bytes = bytes("FF4142FF");
        assertThat(Utf8.strict(bytes, 1, 3)).contains("AB");
        assertThat(Utf8.strict(bytes, 0, 3)).isEmpty();
        assertThat(Utf8.lenient(bytes, 0, 2)).isEqualTo("\uFFFDA");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
