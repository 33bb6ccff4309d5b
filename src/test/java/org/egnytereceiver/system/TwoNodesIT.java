package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.filesAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.egnytereceiver.chaos.Broker;
import org.egnytereceiver.server.ApplicationServer;
import org.egnytereceiver.server.Make;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two servers that know nothing of each other, with one database and one broker. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara-server|wildfly")
class TwoNodesIT {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final int EVENTS = 300;
    private static final int EVENTS_PER_DELIVERY = 25;

    private static final List<ApplicationServer> NODES = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        var make = Make.chosen().orElseThrow();
        var directory = TestServer.emptied(Path.of("target", "system", make.id() + "-nodes").toAbsolutePath());
        var resources = Resources.of(PostgreSql.started(), Broker.started(directory.resolve("broker")).port());
        for (var name : List.of("one", "two")) {
            var node = make.in(directory.resolve(name));
            NODES.add(node);
            node.start();
            node.configure(resources, Map.of("egnyte.delivery.secrets", Receiver.SECRET,
                    "egnyte.operator.name", "operator", "egnyte.operator.password", "operator's word")).orThrow();
            node.deploy(Path.of("target", "egnyte.war").toAbsolutePath()).orThrow();
        }
    }

    @AfterAll
    static void stop() {
        NODES.forEach(ApplicationServer::close);
    }

    @Test
    void whatBothTakeAtTheSameMomentIsStoredOnceAndWorkedThoughOneIsKilled() throws Exception {
        var domain = freshDomain();
        var together = new CyclicBarrier(NODES.size());

        var stored = sum(inParallel(NODES.stream().map(node -> sending(domain, node, together)).toList()));

        assertThat(stored).as("stored by both nodes together").isEqualTo(EVENTS);
        assertThat(receiver(NODES.get(0)).events(Map.of("domain", domain))).hasSize(EVENTS)
                .allSatisfy(event -> assertThat(event.getInt("timesSeen")).isEqualTo(NODES.size()));
        Awaiting.untilAllAreProcessed(receiver(NODES.get(1)), domain, EVENTS);

        killedInTheMiddleOfItsWork(NODES.get(0), NODES.get(1));
        NODES.get(0).start();
        killedInTheMiddleOfItsWork(NODES.get(1), NODES.get(0));
    }

    /** What one took just before its end is worked by the other, and so is what that one takes alone. */
    private static void killedInTheMiddleOfItsWork(ApplicationServer killed, ApplicationServer other) {
        var domain = freshDomain();
        for (var node : NODES) {
            await("a node that takes deliveries").atMost(LONGEST_START).untilAsserted(
                    () -> receiver(node).deliver("[]").counts(0, 0, 0, 0));
        }
        deliveries(domain).forEach(delivery -> receiver(killed).deliver(delivery)
                .counts(EVENTS_PER_DELIVERY, EVENTS_PER_DELIVERY, 0, 0));

        killed.kill();

        receiver(other).deliver(array(fileAdded(domain, "alone"))).counts(1, 1, 0, 0);
        Awaiting.untilAllAreProcessed(receiver(other), domain, EVENTS + 1);
    }

    private static Callable<List<Answer>> sending(String domain, ApplicationServer node, CyclicBarrier together) {
        return () -> {
            var answers = new ArrayList<Answer>();
            for (var delivery : deliveries(domain).toList()) {
                together.await();
                answers.add(receiver(node).deliver(delivery));
            }
            return answers;
        };
    }

    private static Stream<String> deliveries(String domain) {
        var events = filesAdded(domain, EVENTS);
        return Stream.iterate(0, from -> from < EVENTS, from -> from + EVENTS_PER_DELIVERY)
                .map(from -> array(events.subList(from, from + EVENTS_PER_DELIVERY)));
    }

    private static List<Answer> inParallel(List<Callable<List<Answer>>> senders) throws Exception {
        var threads = Executors.newFixedThreadPool(senders.size());
        try {
            var answers = new ArrayList<Answer>();
            for (var sent : threads.invokeAll(senders)) {
                answers.addAll(sent.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int sum(List<Answer> answers) {
        return answers.stream().mapToInt(answer -> answer.json().getInt("stored")).sum();
    }

    private static Receiver receiver(ApplicationServer node) {
        return new Receiver(URI.create("http://localhost:" + node.port() + "/egnyte/"));
    }
}
