package org.egnytereceiver.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkMessageTest {

    @Test
    void readsWhatItWrites() {
        var ids = List.of(1L, 4711L, Long.MAX_VALUE);
        assertThat(WorkMessage.ids(WorkMessage.text(ids))).isEqualTo(ids);
    }

    @Test
    void holdsNumbersAndCommasOnly() {
        assertThat(WorkMessage.text(List.of(1L, 2L))).isEqualTo("1,2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1;2", "1, 2", "1,,2"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> WorkMessage.ids(text)).isInstanceOf(NumberFormatException.class);
    }
}
