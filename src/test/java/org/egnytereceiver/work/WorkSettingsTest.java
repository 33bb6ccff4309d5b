package org.egnytereceiver.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.junit.jupiter.api.Test;

class WorkSettingsTest {

    @Test
    void giveAnEventUpAfterEightAttempts() {
        var policy = configured(Map.of()).retryPolicy();
        assertThat(policy.delayAfter(7, new Random())).isPresent();
        assertThat(policy.delayAfter(8, new Random())).isEmpty();
    }

    @Test
    void areAsPatientAsTheyAreToldToBe() {
        var settings = configured(Map.of("egnyte.work.max-attempts", "3", "egnyte.work.time-limit", "PT5S",
                "egnyte.work.longest-wait", "PT1H"));
        assertThat(settings.retryPolicy().maxAttempts()).isEqualTo(3);
        assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.longestWait()).isEqualTo(Duration.ofHours(1));
    }

    private static WorkSettings configured(Map<String, String> values) {
        var settings = new WorkSettings();
        settings.settings = new Settings();
        Configured.during(values, () -> settings.read(new ReceiverStarting()));
        return settings;
    }
}
