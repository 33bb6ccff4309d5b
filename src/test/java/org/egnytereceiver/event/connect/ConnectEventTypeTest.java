package org.egnytereceiver.event.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.event.Events.leavesOf;

import java.util.stream.Stream;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.connect.ConnectEvent.Unknown;
import org.egnytereceiver.event.connect.ConnectEvent.Unreadable;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectEventTypeTest {

    @Test
    void everyDocumentedTypeHasExactlyOneRecord() {
        var read = Stream.of(ConnectEventType.values()).map(Fixtures::connect).map(Events::connect)
                .map(Object::getClass);

        assertThat(Stream.concat(read, Stream.of(Unknown.class, Unreadable.class)))
                .containsExactlyInAnyOrderElementsOf(leavesOf(ConnectEvent.class).toList());
    }

    @Test
    void theFixturesAndTheCatalogueListTheSameTypes() {
        var names = Stream.of(ConnectEventType.values()).map(type -> type.wireName().replace(':', '/'));

        assertThat(Fixtures.listed("connect")).containsExactlyInAnyOrderElementsOf(names.toList());
    }

    @ParameterizedTest
    @CsvSource({"fs,14", "link,4", "meta,2", "comment,2", "workflow,4", "group,7", "permission,1"})
    void theFamiliesAreAsLargeAsDocumented(String family, long size) {
        assertThat(Stream.of(ConnectEventType.values()).filter(type -> type.wireName().startsWith(family + ":")))
                .hasSize((int) size);
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void isFoundByItsWireName(ConnectEventType type) {
        assertThat(ConnectEventType.named(type.wireName())).contains(type);
    }

    @Test
    void aNameOutsideTheCatalogueIsNotFound() {
        assertThat(ConnectEventType.named("FS:ADD_FILE")).isEmpty();
    }
}
