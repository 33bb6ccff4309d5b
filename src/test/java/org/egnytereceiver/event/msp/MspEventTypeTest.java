package org.egnytereceiver.event.msp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.event.Events.leavesOf;

import java.util.stream.Stream;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.msp.MspEvent.Unknown;
import org.egnytereceiver.event.msp.MspEvent.Unreadable;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MspEventTypeTest {

    @Test
    void everyTypeHasExactlyOneRecord() {
        var read = Stream.of(MspEventType.values()).map(Fixtures::msp).map(Events::msp).map(Object::getClass);

        assertThat(Stream.concat(read, Stream.of(Unknown.class, Unreadable.class)))
                .containsExactlyInAnyOrderElementsOf(leavesOf(MspEvent.class).toList());
    }

    @Test
    void theFixturesAndTheCatalogueListTheSameTypes() {
        var names = Stream.of(MspEventType.values()).map(MspEventType::wireName).toList();

        assertThat(Fixtures.listed("msp")).hasSize(20).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource(MspEventType.class)
    void isFoundByItsWireName(MspEventType type) {
        assertThat(MspEventType.named(type.wireName())).contains(type);
    }
}
