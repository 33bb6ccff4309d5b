package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.origin.WiredProxies;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.egnytereceiver.support.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressesTest {

    private static final String EGNYTE = "192.0.2.0/24, 2001:db8::/32, 203.0.113.7";
    private static final String PROXIES = "10.0.0.0/8, fd00::/8, ::1";

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "8.8.8.8", "::1", "no address at all", ""})
    void allowsEverybodyUntilItIsToldOtherwise(String peer) {
        assertThat(addresses(Map.of()).allow(from(peer, "anything"))).isTrue();
        assertThat(addresses(Map.of("egnyte.origin.proxies", PROXIES)).allow(from(peer))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "192.0.2.0,          true",
            "192.0.2.255,        true",
            "192.0.3.0,          false",
            "192.0.1.255,        false",
            "203.0.113.7,        true",
            "203.0.113.8,        false",
            "2001:db8::1,        true",
            "2001:DB8:ffff::1%eth0, true",
            "2001:db9::1,        false",
            "::ffff:192.0.2.1,   true",
            "::ffff:192.0.3.1,   false",
            "::192.0.2.1,        false",
            "0:0:0:0:0:0:0:1,    false",
            "192.0.2.1.,         false",
            "192.0.2,            false",
            "192.0.2.01,         false",
            "192.0.2.256,        false",
            "3221225985,         false",
            "0xC0000201,         false",
            "localhost,          false",
            "192.0.2.1.nip.io,   false",
            "'',                 false"})
    void allowsWhoComesFromOneOfTheRanges(String peer, boolean allowed) {
        assertThat(addresses(Map.of("egnyte.delivery.callers", EGNYTE)).allow(from(peer))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "192.0.2.1 | 8.8.8.8                        | true  | no proxy of ours: what it says about others counts for nothing",
            "8.8.8.8   | 192.0.2.1                      | false | anybody can write the header",
            "10.1.1.1  | 192.0.2.1                      | true  | our proxy says so",
            "10.1.1.1  | 8.8.8.8                        | false | our proxy says so",
            "10.1.1.1  | 192.0.2.1, 8.8.8.8             | false | the left one was written by the caller",
            "10.1.1.1  | 8.8.8.8, 192.0.2.1             | true  | the left one was written by the caller",
            "10.1.1.1  | 192.0.2.1, 10.2.2.2, fd00::2   | true  | a chain of our own proxies",
            "10.1.1.1  | 192.0.2.1, 8.8.8.8, 10.2.2.2   | false | one in between is not ours",
            "::1       | 2001:db8::1                    | true  | proxies have addresses of IPv6 as well",
            "0:0:0:0:0:0:0:1%0 | 192.0.2.1              | true  | as a server may write it",
            "::ffff:10.1.1.1   | ::ffff:192.0.2.1       | true  | as a server may write it",
            "10.1.1.1  | 192.0.2.1:4711                 | true  | some proxies add the port",
            "10.1.1.1  | [2001:db8::1]:4711             | true  | some proxies add the port",
            "10.1.1.1  | [2001:db8::1]                  | true  | or brackets",
            "10.1.1.1  | ''                             | false | a proxy that does not know is not believed",
            "10.1.1.1  | unknown                        | false | a proxy that does not know is not believed",
            "10.1.1.1  | 192.0.2.1, unknown, 10.2.2.2   | false | nothing behind what is no address is believed",
            "10.1.1.1  | 192.0.2.1,                     | false | nothing behind what is no address is believed",
            "10.1.1.1  | egnyte.example                 | false | names are not looked up",
            "10.1.1.1  | 10.2.2.2, 10.3.3.3             | false | a proxy is no caller"})
    void believesItsOwnProxiesOnly(String peer, String forwardedFor, boolean allowed, String because) {
        var addresses = addresses(Map.of("egnyte.delivery.callers", EGNYTE, "egnyte.origin.proxies", PROXIES));
        assertThat(addresses.allow(from(peer, forwardedFor))).as(because).isEqualTo(allowed);
        assertThat(addresses.allow(from(peer, forwardedFor.split(",", -1)))).as("in several headers")
                .isEqualTo(allowed);
    }

    @Test
    void doesNotBelieveAProxyThatNamesNobody() {
        var addresses = addresses(Map.of("egnyte.delivery.callers", EGNYTE, "egnyte.origin.proxies", PROXIES));
        assertThat(addresses.allow(from("10.1.1.1"))).isFalse();
    }

    @Test
    void looksAtNoEndlessChain() {
        var addresses = addresses(Map.of("egnyte.delivery.callers", EGNYTE, "egnyte.origin.proxies", PROXIES));
        assertThat(addresses.allow(from("10.1.1.1", "192.0.2.1" + ",10.2.2.2".repeat(40)))).isTrue();
        assertThat(addresses.allow(from("10.1.1.1", "192.0.2.1" + ",10.2.2.2".repeat(100)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "egnyte.com", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/", "192.0.2.0/a", "/24",
            "2001:db8::/129", "2001:db8::g", "2001:db8::1%eth0", "10.0.0.0/255.0.0.0", "10.*", "1", "dead:beef", "192.0.2.0/24/8",
            "[2001:db8::1]", "010.0.0.1", "192.0.2.0/024", "192.0.2.1-192.0.2.9"})
    void refusesWhatIsNoRange(String text) {
        for (var key : List.of("egnyte.delivery.callers", "egnyte.origin.proxies")) {
            assertThatThrownBy(() -> addresses(Map.of(key, "10.0.0.0/8," + text))).isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("The setting " + key + " ");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, 8.8.8.8", "::/0, 2001:db8::1", "8.8.8.8/32, 8.8.8.8", "8.8.8.9/31, 8.8.8.8", "::1/128, ::1"})
    void takesRangesOfAnySize(String range, String peer) {
        assertThat(addresses(Map.of("egnyte.delivery.callers", range)).allow(from(peer))).isTrue();
    }

    @Test
    void keepsTheTwoKindsOfAddressesApart() {
        assertThat(addresses(Map.of("egnyte.delivery.callers", "0.0.0.0/0")).allow(from("2001:db8::1"))).isFalse();
        assertThat(addresses(Map.of("egnyte.delivery.callers", "::/0")).allow(from("8.8.8.8"))).isFalse();
    }

    private static HttpServletRequest from(String peer, String... forwardedFor) {
        return Requests.of(null, peer, List.of(forwardedFor));
    }

    private static CallerAddresses addresses(Map<String, String> values) {
        var addresses = new CallerAddresses();
        addresses.settings = new Settings();
        Configured.during(values, () -> {
            addresses.proxies = WiredProxies.configured();
            addresses.read(new ReceiverStarting());
        });
        return addresses;
    }
}
