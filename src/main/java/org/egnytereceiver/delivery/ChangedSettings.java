package org.egnytereceiver.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.egnytereceiver.lifecycle.ReceiverStarted;
import org.egnytereceiver.lifecycle.ReceiverStopping;
import org.egnytereceiver.lifecycle.Routine;
import org.egnytereceiver.origin.Proxies;
import org.egnytereceiver.problem.Causes;
import org.egnytereceiver.settings.Renewable;
import org.egnytereceiver.settings.WrongSetting;

/**
 * Looks again and again whether somebody changed a setting of the entrance, in a file or in whatever MicroProfile
 * Config reads, and has it take effect without a restart. What is wrong is said once and changes nothing (see ADR
 * 0018).
 */
@ApplicationScoped
class ChangedSettings {

    private static final Logger LOG = System.getLogger(ChangedSettings.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Feeds feeds;

    @Inject
    DeliverySettings limits;

    @Inject
    CallerAddresses addresses;

    @Inject
    Proxies proxies;

    /** What was said already, by what it is about. */
    private final Map<String, String> complaints = new HashMap<>();
    private Routine routine;

    void start(@Observes ReceiverStarted started) {
        routine = Routine.started(threads, PAUSE, this::look, failure -> LOG.log(Level.WARNING,
                "EGR-1003 changed settings were not looked for: {0}", Causes.named(failure)));
    }

    void stop(@Observes ReceiverStopping stopping) {
        if (routine != null) {
            routine.stop();
        }
    }

    void look() {
        renew("feeds", feeds);
        renew("limits", limits);
        renew("addresses of callers", addresses);
        renew("proxies", proxies);
    }

    private void renew(String what, Renewable renewable) {
        try {
            if (renewable.renew()) {
                LOG.log(Level.INFO, "EGR-1001 The changed settings of the {0} are in force.", what);
            }
            complaints.remove(what);
        } catch (WrongSetting wrong) {
            var said = complaints.put(what, wrong.getMessage());
            if (!Objects.equals(said, wrong.getMessage())) {
                LOG.log(Level.WARNING, "EGR-1002 The {0} stay as they were. {1}", what, wrong.getMessage());
            }
        }
    }
}
