package org.egnytereceiver.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.egnytereceiver.journal.PagePosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1700000000123, 4711", "-1, 1", "999999999999999999, 999999999999999999"})
    void readsWhatItWrites(long receivedAt, long id) {
        var position = new PagePosition(receivedAt, id);
        assertThat(Cursor.read(Cursor.write(position))).contains(position);
    }

    @ParameterizedTest
    @CsvSource({"1700000000123, 4711", "-1, 1"})
    void needsNoEscapingInAnAddress(long receivedAt, long id) {
        assertThat(Cursor.write(new PagePosition(receivedAt, id))).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1:2", "!!", "ä", "MTo"})
    void readsNothingElse(String word) {
        assertThat(Cursor.read(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1:", ":2", "1:-2", "a:b", "1:2:3", " 1:2", "1:2\n", "1234567890123456789:1", "1; drop table"})
    void readsNoOtherTextBehindTheWord(String text) {
        assertThat(Cursor.read(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)))).isEmpty();
    }
}
