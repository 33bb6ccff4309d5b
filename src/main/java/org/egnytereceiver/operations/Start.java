package org.egnytereceiver.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.egnytereceiver.database.Schema;
import org.egnytereceiver.database.UnusableDatabase;
import org.egnytereceiver.lifecycle.MissingResource;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/**
 * Starts the receiver in order: settings, schema, background work. An EJB, because every server runs one before the
 * first request and fails the deployment when it throws.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject
    Event<ReceiverStarting> starting;

    @Inject
    Event<ReceiverStarted> started;

    @Inject
    Event<ReceiverStopping> stopping;

    @Inject
    Settings settings;

    @Inject
    Schema schema;

    @Inject
    Readiness readiness;

    /** The process is told to end some time before the server undeploys its applications. */
    private final Thread endOfProcess = new Thread(() -> readiness.end());

    @PostConstruct
    void start() {
        try {
            settings.refuseUnknown();
            settings.strange().forEach(name -> LOG.log(Level.WARNING,
                    "EGR-6007 {0} is no setting of the receiver and has no effect on it.", name));
            starting.fire(new ReceiverStarting());
            schema.migrate();
            started.fire(new ReceiverStarted());
        } catch (WrongSetting | MissingResource | UnusableDatabase refused) {
            LOG.log(Level.ERROR, "EGR-6001 The receiver does not start. {0}", refused.getMessage());
            throw refused;
        }
        Runtime.getRuntime().addShutdownHook(endOfProcess);
        LOG.log(Level.INFO, "EGR-6002 The receiver takes deliveries.");
    }

    @PreDestroy
    void stop() {
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
