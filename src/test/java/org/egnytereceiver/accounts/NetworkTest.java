package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2", "2001:db8:1:2::9, 2001:db8:1:2",
            "2001:db8::1, 2001:db8:0:0", "::1, 0:0:0:0", "[fe80::1%eth0], fe80:0:0:0", "unknown, unknown", ":, :",
            "a:b, a:b"})
    void isCountedByTheNetworkOfItsOwner(String literal, String counted) {
        assertThat(Network.of(literal)).isEqualTo(counted);
    }
}
