package org.egnytereceiver.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final String URL = "vm://" + EmbeddedBroker.SERVER_ID;
    private static final String TOPIC = ResourceNames.ADDRESS + "egnyte.events";
    private static final int MIB = 1 << 20;

    /** Two bytes for each character: less than what Artemis takes for large, and keeps apart. */
    private static final String EVENT = "x".repeat(40_000);
    private static final int TOO_MANY = 1_000;

    @TempDir
    Path directory;

    @Test
    void whatASubscriberLeavesWaitsOnTheDiskAndNobodyElseHasLessRoomForIt() throws Exception {
        var broker = EmbeddedBroker.started(directory.toString(), 0);
        try (var connections = new ActiveMQConnectionFactory(URL);
                var context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            var topic = context.createTopic("egnyte.events");
            context.createSharedDurableConsumer(topic, "away").close();
            for (var i = 0; i < TOO_MANY; i++) {
                context.createProducer().send(topic, EVENT);
            }
            context.commit();

            assertThat(attribute(TOPIC, "paging")).isEqualTo(true);
            assertThat((Long) attribute(TOPIC, "addressSize")).isBetween(32L * MIB, 72L * MIB);
            assertThat(attribute(ResourceNames.BROKER, "globalMaxSize")).as("no bound for all").isEqualTo(-1L);
            var subscriber = context.createSharedDurableConsumer(topic, "away");
            for (var i = 0; i < TOO_MANY; i++) {
                assertThat(subscriber.receiveBody(String.class, 10_000)).hasSameSizeAs(EVENT);
                context.commit();
            }
        } finally {
            broker.stop();
        }
    }

    private static Object attribute(String resource, String name) throws Exception {
        try (var locator = ActiveMQClient.createServerLocator(URL);
                var sessions = locator.createSessionFactory();
                var session = sessions.createSession()) {
            session.start();
            var question = session.createMessage(false);
            ManagementHelper.putAttribute(question, resource, name);
            var answer = ManagementHelper.getResult(new ClientRequestor(session, "activemq.management").request(question));
            return answer instanceof Integer number ? number.longValue() : answer;
        }
    }
}
