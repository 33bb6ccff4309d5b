package org.egnytereceiver.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.egnytereceiver.database.DatabaseAway;
import org.egnytereceiver.database.Schema;
import org.egnytereceiver.database.UnusableDatabase;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.settings.WrongSetting;

/**
 * Starts the receiver in order: settings, schema, background work. An EJB, because every server runs one before the
 * first request and fails the deployment when it throws. A database that is only away fails nothing: after a power cut
 * the servers of an estate come back in any order, and nobody should have to deploy the receiver again.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    private static final int PAUSE_SECONDS = 1;

    @Inject
    Event<ReceiverStarting> starting;

    @Inject
    Event<ReceiverStarted> started;

    @Inject
    Event<ReceiverStopping> stopping;

    @Inject
    Schema schema;

    @Inject
    Readiness readiness;

    @Resource
    ManagedScheduledExecutorService executor;

    /** The process is told to end some time before the server undeploys its applications. */
    private final Thread endOfProcess = new Thread(() -> readiness.end());

    private ScheduledFuture<?> attempts;

    @PostConstruct
    void start() {
        try {
            starting.fire(new ReceiverStarting());
            open();
        } catch (DatabaseAway away) {
            LOG.log(Level.WARNING, "EGR-6004 {0} Until it does, deliveries are answered with 503.", away.getMessage());
            attempts = executor.scheduleWithFixedDelay(this::tryToOpen, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (WrongSetting | UnusableDatabase refused) {
            say(refused);
            throw refused;
        }
        Runtime.getRuntime().addShutdownHook(endOfProcess);
    }

    private void open() {
        schema.migrate();
        started.fire(new ReceiverStarted());
        LOG.log(Level.INFO, "EGR-6002 The receiver takes deliveries.");
    }

    private void tryToOpen() {
        try {
            open();
            attempts.cancel(false);
        } catch (DatabaseAway stillAway) {
            LOG.log(Level.DEBUG, "EGR-6004 details", stillAway);
        } catch (RuntimeException refused) {
            say(refused);
            attempts.cancel(false);
        }
    }

    private static void say(RuntimeException refused) {
        LOG.log(Level.ERROR, "EGR-6001 The receiver does not start. {0}", refused.getMessage());
    }

    @PreDestroy
    void stop() {
        if (attempts != null) {
            attempts.cancel(false);
        }
        stopping.fire(new ReceiverStopping());
        forgetEndOfProcess();
        LOG.log(Level.INFO, "EGR-6003 The receiver has stopped.");
    }

    /** Else an application that is undeployed would stay in memory. */
    private void forgetEndOfProcess() {
        try {
            Runtime.getRuntime().removeShutdownHook(endOfProcess);
        } catch (IllegalStateException processEnds) {
            LOG.log(Level.DEBUG, "The process ends", processEnds);
        }
    }
}
