package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;
import static org.egnytereceiver.system.Samples.quoted;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jakarta.jms.JMSException;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.egnytereceiver.server.Make;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to break something: stored as they are, found again, published, and never in a log line. */
class HostileContentIT extends SystemTest {

    /** Stands in each of them, so that a trace is found wherever it was left. */
    private static final String MARK = "hostile-content-mark";

    private final String domain = freshDomain();

    /** What can be an identity as well. */
    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;\"'",
                "'; drop table journal_entry; --",
                "\\' or 1=1 /* \" ` ; -- $1 ?1 :name ${x} #{x} %s {0}",
                "100%_\\%",
                "\u202Egpj.exe\u202C\u2066\u200F\u200B\uFEFF\u00AD",
                "\r\nSet-Cookie: a=b\r\n\r\nHTTP/1.1 200 OK\n2026-11-22 SEVERE forged",
                "\u0007\b\u001B[2J\u007F\u0085\u2028\u2029\uFFFE",
                "${jndi:ldap://127.0.0.1:1/x}",
                "=cmd|' /C calc'!A0,\t;",
                "e\u0301\uD83D\uDDC2\uFE0F\uD835\uDD4F",
                "x".repeat(900))
                .map(text -> MARK + text);
    }

    /** What can stand in every other field. */
    static Stream<String> textsOfAnyLength() {
        return Stream.concat(texts(), Stream.of(MARK + "\0" + "behind",
                MARK + "'\u202E<b>\n".repeat(1500)));
    }

    @ParameterizedTest
    @MethodSource("textsOfAnyLength")
    void anyFieldIsKeptFoundAndPublished(String text) {
        var event = with(with(withData(fileAdded(domain, "1"), "targetPath", quoted(text)),
                "user", "{\"id\":1,\"username\":" + quoted(text) + "}"), "webhookId", quoted(text));

        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(event)).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(subscription.bodies()).containsExactly(event));
        }

        var stored = receiver.eventOf(domain, "1");
        assertThat(stored.getString("raw")).isEqualTo(event);
        assertThat(stored.getString("path")).isEqualTo(storable(text));
        assertThat(stored.getString("user")).isEqualTo(storable(text));
        if (text.length() < 1000) {
            assertThat(found("path", storable(text))).containsExactly("1");
            assertThat(found("user", storable(text))).containsExactly("1");
        }
        assertThat(found("path", text.substring(0, MARK.length()))).containsExactly("1");
        assertThat(found("path", "%")).isEmpty();
        assertThat(found("path", MARK.replace('-', '_'))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyIdentityIsKeptFoundAndPublished(String text) throws JMSException {
        var tenant = domain + text;
        var event = with(fileAdded(tenant, "1"), "domain", quoted(tenant));
        var named = with(event, "eventId", quoted(text));

        try (var subscription = Subscription.to("egnyteDomain = '" + tenant.replace("'", "''") + "'")) {
            receiver.deliver(array(named)).counts(1, 1, 0, 0);
            receiver.deliver(array(named)).counts(1, 0, 1, 0);
            Awaiting.until("a message", () -> assertThat(subscription.bodies()).containsExactly(named));

            var message = subscription.messages().get(0);
            assertThat(message.getStringProperty("egnyteDomain")).isEqualTo(tenant);
            assertThat(message.getStringProperty("eventKey")).endsWith(":" + text);
        }
        assertThat(receiver.eventOf(tenant, text).getInt("timesSeen")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("textsOfAnyLength")
    void anyTypeIsKeptFoundAndPublished(String text) throws JMSException {
        var event = with(fileAdded(domain, "1"), "eventType", quoted(text));

        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(event)).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(subscription.bodies()).containsExactly(event));

            var type = receiver.eventOf(domain, "1").getString("type");
            assertThat(subscription.messages().get(0).getJMSType()).isEqualTo(type);
            assertThat(found("type", type)).containsExactly("1");
        }
        assertThat(receiver.eventOf(domain, "1").getString("raw")).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("textsOfAnyLength")
    void whatIsQuarantinedIsKeptAsItWasSent(String text) {
        var before = Moment.now(receiver);
        var element = "{\"nobody\":" + quoted(text) + "}";

        receiver.deliver(array(element)).counts(1, 0, 0, 1);

        assertThat(before.quarantined()).extracting(entry -> entry.getString("raw")).containsExactly(element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%0d%0aSet-Cookie:%20a=b", "%e2%80%ae", "'", "%3Cscript%3E", "%F0%9F%98%80", "%ff", "..%2f"})
    void anyNameOfAFeedIsAnUnknownOne(String name) {
        assumeFalse(Make.chosen().filter(make -> isItsOwn(make, name)).isPresent(), "the server refuses it by itself, and "
                + "writes a stack trace of its own (ADR 0029, 0030)");
        var answer = receiver.send(receiver.delivery("connect/" + name).POST(BodyPublishers.ofString("[]")));

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).doesNotContain("script", "\nSet-Cookie", "\rSet-Cookie");
    }

    /** What does not come as far as the receiver. */
    private static boolean isItsOwn(Make server, String name) {
        return switch (server) {
            case LIBERTY -> name.equals("..%2f");
            case GLASSFISH -> name.contains(":");
            default -> false;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table journal_entry; --", "00-x", "<script>", "${jndi:ldap://127.0.0.1:1/x}"})
    void aTraceThatIsNoneIsLeftOut(String trace) throws JMSException {
        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.send(receiver.delivery("connect").header("traceparent", trace + MARK).header("X-Forwarded-For", trace)
                    .POST(BodyPublishers.ofString(array(fileAdded(domain, "1"))))).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(subscription.messages()).hasSize(1));

            assertThat(subscription.messages().get(0).propertyExists("traceparent")).isFalse();
        }
    }

    @Test
    void nothingOfItReachesALog() {
        var event = withData(fileAdded(domain, MARK + freshId()), "targetPath", quoted(MARK + "\nforged"));
        receiver.deliver(array(event, "{\"" + MARK + "\":1}", "1")).counts(3, 1, 0, 2);
        receiver.deliver("{\"" + MARK + "\"").counts(1, 0, 0, 1);
        receiver.deliver(array(with(event, "size", "1"))).counts(1, 0, 1, 0);
        Awaiting.untilAllAreProcessed(receiver, domain, 1);

        assertThat(TestServer.log().lines()).isNotEmpty().noneMatch(line -> line.contains(MARK))
                .noneMatch(line -> line.contains(Receiver.SECRET) || line.contains("finance-secret"));
    }

    private Stream<String> foundBy(Map<String, String> filter) {
        return receiver.events(filter).stream().map((JsonObject event) -> event.getString("eventId"));
    }

    private Iterable<String> found(String parameter, String value) {
        return foundBy(Map.of("domain", domain, parameter, value)).toList();
    }

    /** What a text column can hold of it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
