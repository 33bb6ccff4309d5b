package org.egnytereceiver.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.support.Requests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
            "10.1.1.1,  192.0.2.1,            192.0.2.1, our proxy says so",
            "10.1.1.1,  '8.8.8.8, 192.0.2.1', 192.0.2.1, the left one was written by the caller",
            "192.0.2.9, 8.8.8.8,              192.0.2.9, no proxy of ours",
            "10.1.1.1,  unknown,              10.1.1.1,  the proxy itself when it does not say"})
    void namesWhereARequestComesFrom(String peer, String forwardedFor, String origin, String because) {
        assertThat(name("10.0.0.0/8", peer, forwardedFor)).as(because).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({"10.1.1.1, 192.0.2.1", "fe80::1%eth0, 192.0.2.1"})
    void namesThePeerAsTheServerDoesWhereThereAreNoProxies(String peer, String forwardedFor) {
        assertThat(name("", peer, forwardedFor)).isEqualTo(peer);
    }

    private static String name(String proxies, String peer, String forwardedFor) {
        var configured = new Proxies[1];
        Configured.during(Map.of("egnyte.origin.proxies", proxies), () -> configured[0] = WiredProxies.configured());
        return configured[0].nameOfOrigin(Requests.of(null, peer, List.of(forwardedFor)));
    }
}
