package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.quoted;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API makes of content that is meant to harm who looks at it. */
class HostileAnswersIT extends SystemTest {

    private static final int LONGEST_IN_AN_ADDRESS = 6_000;

    private final String domain = freshDomain();

    static Stream<String> texts() {
        return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                "'; drop table journal_entry; --",
                "%_\\%", "a\r\nSet-Cookie: a=b\r\n\r\n<b>", "\u202Egpj.exe", "\u0007\u001B[31mred\u0000",
                "\u2028\u2029",
                "=cmd|' /C calc'!A0", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "x".repeat(10_000),
                "\uD83D\uDE00".repeat(500));
    }

    /** Those that an address has room for. */
    static Stream<String> shortTexts() {
        return texts().filter(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)
                .length() <= LONGEST_IN_AN_ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFieldIsShownAsItIsAndFound(String text) {
        var storable = text.replace('\u0000', '\uFFFD');
        var event = with(withData(fileAdded(domain, "1"), "targetPath", quoted("/" + text)),
                "user", "{\"username\":" + quoted(text) + "}");
        receiver.deliver(array(event)).counts(1, 1, 0, 0);
        var shown = receiver.eventOf(domain, "1");
        assertThat(shown.getString("path")).isEqualTo("/" + storable);
        assertThat(shown.getString("user")).isEqualTo(storable);
        assertThat(shown.getString("raw")).isEqualTo(event);
        assertThat(matching("user", text)).isEqualTo(1);
        assertThat(matching("path", "/" + text)).isEqualTo(1);
        assertThat(matching("user", text + "x")).isZero();
    }

    private int matching(String name, String text) {
        var filter = Json.createObjectBuilder().add("domain", domain).add(name, text);
        var order = Json.createObjectBuilder().add("filter", filter).build().toString();
        return receiver.post("replays", order).json().getInt("matching");
    }

    @ParameterizedTest
    @MethodSource("shortTexts")
    void whateverIsAskedForBreaksNothingAndIsNotRepeated(String text) {
        for (var name : new String[] {"domain", "type", "family", "eventId", "feed"}) {
            assertThat(receiver.events(Map.of(name, text))).isEmpty();
        }
        for (var name : new String[] {"limit", "after", "state", "from", "known", "product"}) {
            var answer = receiver.get("events?" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .refuses(400);
            assertThat(answer.text()).doesNotContain("alert", "drop table", "jndi");
        }
        assertThat(receiver.quarantine(Map.of("feed", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\u202E", "[\"\u0007\u0000\"]"})
    void whatIsInTheQuarantineIsShownAsJsonOnly(String text) {
        var before = Moment.now(receiver);
        receiver.deliver(text).counts(1, 0, 0, 1);
        var answer = receiver.get("quarantine/" + before.quarantined().get(0).getString("id"));
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().getString("raw")).isEqualTo(text);
    }

    @Test
    void anAddressIsNotRepeatedEither() {
        assertThat(receiver.get("events/%3Cscript%3Ealert(1)").refuses(404).text()).doesNotContain("alert");
        assertThat(receiver.get("%3Cscript%3Ealert(1)").refuses(404).text()).doesNotContain("alert");
    }
}
