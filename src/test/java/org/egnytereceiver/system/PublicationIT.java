package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.without;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.event;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.junit.jupiter.api.Test;

/** What other applications hear on {@code egnyte.events}. */
class PublicationIT extends SystemTest {

    private final String domain = freshDomain();

    @Test
    void everyTypeOfEgnyteConnectIsPublishedOnce() {
        var events = Stream.of(ConnectEventType.values()).map(type -> event(type, domain, type.name())).toList();

        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(events)).counts(34, 34, 0, 0);
            receiver.deliver(array(events)).counts(34, 0, 34, 0);
            Awaiting.untilAllAreProcessed(receiver, domain, 34);
            Awaiting.until("34 messages", () -> assertThat(subscription.messages()).hasSize(34));

            assertThat(subscription.bodies()).containsExactlyInAnyOrderElementsOf(events);
            assertThat(subscription.messages()).extracting(Message::getJMSType).containsExactlyInAnyOrderElementsOf(
                    Stream.of(ConnectEventType.values()).map(ConnectEventType::wireName).toList());
        }
    }

    @Test
    void everyTypeOfEgnyteMspIsPublishedOnce() {
        var notices = Stream.of(MspEventType.values()).map(Samples::notice).toList();

        try (var subscription = Subscription.to("eventProduct = 'msp' AND eventFamily = 'msp'")) {
            notices.forEach(notice -> receiver.deliver("msp", notice).counts(1, 1, 0, 0));
            Awaiting.until("20 messages", () -> assertThat(subscription.bodies()).containsAll(notices));

            assertThat(subscription.bodies()).containsExactlyInAnyOrderElementsOf(notices);
            assertThat(subscription.messages()).extracting(Message::getJMSType).containsExactlyInAnyOrderElementsOf(
                    Stream.of(MspEventType.values()).map(MspEventType::wireName).toList());
            assertThat(subscription.messages()).allSatisfy(message -> {
                assertThat(message.propertyExists("egnyteDomain")).isFalse();
                assertThat(message.getStringProperty("eventKey")).matches("msp:[0-9a-f]{64}");
            });
        }
    }

    @Test
    void aMessageHasTheDocumentedProperties() throws JMSException {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var event = with(with(fileAdded(domain, "1:2"), "timestamp", "1764000000123"), "webhookId", "\"hook\"");

        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.send(receiver.delivery("connect").header("traceparent", trace)
                    .POST(BodyPublishers.ofString(array(event)))).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(subscription.messages()).hasSize(1));

            var message = subscription.messages().get(0);
            assertThat(message).isInstanceOf(TextMessage.class);
            assertThat(message.getJMSType()).isEqualTo("fs:add_file");
            assertThat(properties(message)).containsExactlyInAnyOrderEntriesOf(Map.of(
                    "eventKey", "connect:" + domain + ":1:2",
                    "eventFamily", "fs",
                    "eventProduct", "connect",
                    "egnyteDomain", domain,
                    "egnyteFeed", "default",
                    "occurredAt", 1764000000123L,
                    "recordedAt", Instant.parse(receiver.eventOf(domain, "1:2").getString("receivedAt")).toEpochMilli(),
                    "webhookId", "hook",
                    "bodyVersion", 1,
                    "traceparent", trace));
        }
    }

    @Test
    void whatIsNotKnownIsNoProperty() throws JMSException {
        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(without(without(fileAdded(domain, "1"), "timestamp"), "webhookId"))).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(subscription.messages()).hasSize(1));

            assertThat(properties(subscription.messages().get(0)))
                    .doesNotContainKeys("occurredAt", "webhookId", "traceparent");
        }
    }

    @Test
    void aSelectorChooses() {
        try (var files = Subscription.to("eventFamily = 'fs' AND egnyteDomain = '" + domain + "'");
                var comments = Subscription.to("JMSType LIKE 'comment:%' AND egnyteDomain = '" + domain + "'");
                var all = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(fileAdded(domain, "1"), event(ConnectEventType.COMMENT_SET, domain, "2"),
                    event(ConnectEventType.GROUP_CREATED, domain, "3"))).counts(3, 3, 0, 0);
            Awaiting.until("three messages", () -> assertThat(all.messages()).hasSize(3));

            Awaiting.until("one file", () -> assertThat(types(files)).containsExactly("fs:add_file"));
            Awaiting.until("one comment", () -> assertThat(types(comments)).containsExactly("comment:set_comment"));
        }
    }

    @Test
    void anEventThatSaysHardlyAnythingIsPublishedToo() {
        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(with(fileAdded(domain, "1"), "eventType", "null"))).counts(1, 1, 0, 0);
            Awaiting.until("a message", () -> assertThat(types(subscription)).containsExactly("unknown"));
        }
    }

    private static List<String> types(Subscription subscription) {
        return subscription.messages().stream().map(message -> {
            try {
                return message.getJMSType();
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        var properties = new TreeMap<String, Object>();
        for (var name : Collections.list((Enumeration<?>) message.getPropertyNames())) {
            if (!name.toString().startsWith("JMSX")) {
                properties.put(name.toString(), message.getObjectProperty(name.toString()));
            }
        }
        return properties;
    }
}
