package org.egnytereceiver.audit;

import java.time.Clock;
import java.util.Map;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;

/** The audit trail, put together on a real database as a container would. */
public final class AuditTrails {

    private AuditTrails() {
    }

    /** One with these settings. */
    public static AuditTrail wired(RealDatabase database, Clock clock, Map<String, String> values) {
        var trail = new AuditTrail();
        trail.audit = database.entities();
        trail.clock = clock;
        trail.settings = new AuditSettings();
        trail.settings.settings = new Settings();
        Configured.during(values, () -> trail.settings.read(new ReceiverStarting()));
        return trail;
    }
}
