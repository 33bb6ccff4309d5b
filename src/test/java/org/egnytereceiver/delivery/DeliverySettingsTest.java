package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.egnytereceiver.settings.WrongSetting;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {

    @Test
    void sayHowLongADeliveryWaitsForOthers() {
        assertThat(LimitsOf.configured(Map.of()).longestWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(LimitsOf.configured(Map.of("egnyte.delivery.longest-wait", "PT0.2S")).longestWait())
                .isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void haveRoomForTheLargestBodyThatTheyAllow() {
        var largest = Map.of("egnyte.delivery.max-body-size", "1 MiB", "egnyte.delivery.max-bytes-under-way", "2 MiB");
        assertThatThrownBy(() -> LimitsOf.settings(largest)).isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("The setting egnyte.delivery.max-bytes-under-way has to be more than");
    }
}
