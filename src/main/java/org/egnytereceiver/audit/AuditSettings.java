package org.egnytereceiver.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;

/** How long the audit trail remembers. */
@ApplicationScoped
class AuditSettings {

    @Inject
    Settings settings;

    private Duration retention;

    void read(@Observes ReceiverStarting starting) {
        retention = settings.duration("egnyte.audit.retention", Duration.ofDays(365));
    }

    Duration retention() {
        return retention;
    }
}
