package org.egnytereceiver.work;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.egnytereceiver.lifecycle.MissingResource;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.problem.Causes;

/**
 * Looks at start whether the server leads to a broker on which work can be done (see ADR 0025). A broker that is away is no
 * reason to refuse: deliveries are taken, and worked when it is back.
 */
@ApplicationScoped
public class BrokerCheck {

    private static final Logger LOG = System.getLogger(BrokerCheck.class.getName());

    private static final String CONNECTIONS = "jms/EgnyteConnections";

    /** What every adapter of Artemis hands out, ours and WildFly's. */
    private static final String OF_ARTEMIS = "org.apache.activemq.artemis.";

    private static final int LONGEST_WAIT_SECONDS = 5;
    private static final int LONGEST_CHAIN = 12;

    @Resource
    ManagedExecutorService executor;

    /** Before any bean is made that has the connection factory injected. */
    void check(@Observes @Priority(1) ReceiverStarting starting) {
        reaches("The queue " + WorkMessage.QUEUE, session -> session.createQueue(WorkMessage.QUEUE));
    }

    /**
     * Has the broker look whether a destination is there, and may be used with the user that the server is given.
     *
     * @param name of the destination, as the beginning of a sentence
     * @throws MissingResource when it may not, or when there is no way to the broker
     */
    public void reaches(String name, Place place) {
        var connections = found();
        if (!connections.getClass().getName().startsWith(OF_ARTEMIS)) {
            throw new MissingResource(CONNECTIONS, "belongs to another broker than the queue " + WorkMessage.QUEUE
                    + ", by its type " + connections.getClass().getName());
        }
        awaitAnswer(name, () -> askFor(place, connections));
    }

    /** Where a destination is in a session. */
    public interface Place {

        Destination in(Session session) throws JMSException;
    }

    /** Not injected, since servers would fail the injection with a sentence of their own. */
    private static ConnectionFactory found() {
        try {
            return InitialContext.doLookup("java:comp/env/" + CONNECTIONS);
        } catch (NamingException missing) {
            throw new MissingResource(CONNECTIONS, "is missing", missing);
        }
    }

    private static Void askFor(Place place, ConnectionFactory connections) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            session.createProducer(place.in(session)).close();
        }
        return null;
    }

    private void awaitAnswer(String name, Callable<Void> question) {
        var answer = executor.submit(question);
        try {
            answer.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            refuseOrGoOn(name, failure.getCause());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            goOn(slow);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseOrGoOn(String name, Throwable failure) {
        if (isMissing(failure)) {
            throw new MissingResource(name, "is missing on the broker", failure);
        }
        if (chain(failure).anyMatch(JMSSecurityException.class::isInstance)) {
            throw new MissingResource(name, "must not be used by the user of " + CONNECTIONS, failure);
        }
        goOn(failure);
    }

    /** For a name that it does not know Artemis throws the plain exception, with nothing behind it but these words. */
    private static boolean isMissing(Throwable failure) {
        return failure instanceof InvalidDestinationException
                || failure instanceof JMSException && String.valueOf(failure.getMessage()).startsWith("There is no ");
    }

    /** Through the causes that messaging had before there were causes, too. */
    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, BrokerCheck::behind).limit(LONGEST_CHAIN);
    }

    private static Throwable behind(Throwable failure) {
        return failure.getCause() == null && failure instanceof JMSException messaging ? messaging.getLinkedException()
                : failure.getCause();
    }

    private static void goOn(Throwable away) {
        LOG.log(Level.WARNING, "EGR-4012 The broker does not answer; deliveries are taken, and worked when it does: {0}",
                Causes.named(away));
    }
}
