package org.egnytereceiver.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;

/** How long the journal remembers. */
@ApplicationScoped
class JournalSettings {

    @Inject
    Settings settings;

    private Duration retention;

    void read(@Observes ReceiverStarting starting) {
        retention = settings.duration("egnyte.journal.retention", Duration.ofDays(90));
    }

    Duration retention() {
        return retention;
    }
}
