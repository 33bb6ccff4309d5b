package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntranceIT extends SystemTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeIsStoredByteForByte(ConnectEventType type) {
        var id = UUID.randomUUID().toString();
        var event = with(Fixtures.connect(type), "eventId", '"' + id + '"');

        receiver.deliver("[" + event + "]").counts(1, 1, 0, 0);

        JsonObject stored = receiver.eventOf("acme", id);
        assertThat(stored.getString("raw")).isEqualTo(event);
        assertThat(stored.getString("type")).isEqualTo(type.wireName());
        assertThat(stored.getBoolean("known")).isTrue();
        assertThat(stored.getBoolean("readable")).isTrue();
    }
}
