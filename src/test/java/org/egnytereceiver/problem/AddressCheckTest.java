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

    @ParameterizedTest
    @ValueSource(strings = {"", "feed=a&limit=3", "path=%2Fa%20b", "path=%ff", "a=ä", "receivedFrom=2026-01-01T00:00:00+02:00"})
    void takesAQuery(String query) {
        assertThat(AddressCheck.isQuery(query)).isTrue();
        assertThat(AddressCheck.isQuery(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed=%zz", "feed=%", "a={b}", "a=|", "a=^", "a= b"})
    void refusesAQueryThatIsNone(String query) {
        assertThat(AddressCheck.isQuery(query)).isFalse();
    }
}
