package org.egnytereceiver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/egnyte/webhooks/connect", "/egnyte/webhooks/connect/%00", "/%F0%9F%98%80", "/ü", ""})
    void readsUtf8(String address) {
        assertThat(ReadableAddress.isReadable(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%ff", "/%C3", "/%c3%28", "/%", "/%4", "/%zz"})
    void refusesWhatIsNone(String address) {
        assertThat(ReadableAddress.isReadable(address)).isFalse();
    }
}
