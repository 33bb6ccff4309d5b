package org.egnytereceiver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"/egnyte/api/events", "/egnyte/webhooks/connect/a+b", "/egnyte/%00", "/egnyte/%F0%9F%98%80",
            "/egnyte/..%2f"})
    void whatDecodesIsText(String address) {
        assertThat(AddressCheck.isText(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/egnyte/%ff", "/egnyte/%C3", "/egnyte/%ED%A0%80", "/egnyte/%c0%80", "/egnyte/%", "/egnyte/%zz"})
    void whatDoesNotIsNone(String address) {
        assertThat(AddressCheck.isText(address)).isFalse();
    }
}
