package org.egnytereceiver.event.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.event.connect.ConnectEventType.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.connect.ConnectEvent.Unknown;
import org.egnytereceiver.event.connect.ConnectEvent.Unreadable;
import org.egnytereceiver.event.connect.FileSystemEvent.FileAdded;
import org.egnytereceiver.event.connect.FileSystemEvent.Item;
import org.egnytereceiver.event.connect.LinkEvent.DownloadLinkCreated;
import org.egnytereceiver.support.Fixtures;
import org.egnytereceiver.support.Spelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectEventContractTest {

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void everyTypeIsReadFromItsFixture(ConnectEventType type) {
        var event = Events.connect(Fixtures.connect(type));

        assertThat(event).isNotInstanceOfAny(Unknown.class, Unreadable.class);
        assertThat(event.product()).isEqualTo(Product.CONNECT);
        assertThat(event.type()).isEqualTo(type.wireName());
        assertThat(event.family()).isEqualTo(type.wireName().split(":")[0]);
        assertThat(event.known()).isTrue();
        assertThat(event.readable()).isTrue();
        assertThat(Events.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void everyFieldOfTheDataArrives(ConnectEventType type) {
        var sent = Fixtures.json(Fixtures.connect(type)).getJsonObject("data");

        assertThat(Spelled.json(dataOf(Events.connect(Fixtures.connect(type))))).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void noComponentIsLeftEmpty(ConnectEventType type) {
        var gaps = Spelled.gaps(dataOf(Events.connect(Fixtures.connect(type))));

        assertThat(gaps).allMatch(belongsToTheOtherKind(type));
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void everyFieldOfTheEnvelopeArrives(ConnectEventType type) {
        var sent = Fixtures.json(Fixtures.connect(type));

        var envelope = Events.connect(Fixtures.connect(type)).envelope();

        assertThat(envelope.key()).isEqualTo(new EventKey(Product.CONNECT, "acme", sent.getString("eventId")));
        assertThat(envelope.occurredAt().toEpochMilli())
                .isEqualTo(sent.getJsonNumber("timestamp").longValueExact());
        assertThat(Spelled.json(envelope.user())).isEqualTo(sent.getJsonObject("user"));
        assertThat(Spelled.gaps(envelope.user())).isEmpty();
        assertThat(envelope.actionSource()).isEqualTo(sent.getString("actionSource"));
        assertThat(envelope.webhookId()).isEqualTo(sent.getString("webhookId"));
        assertThat(envelope.customProperties()).isEqualTo(Map.of("costCentre", "4711"));
    }

    @Test
    void theQueriesAnswerFromTheEnvelope() {
        var event = Events.connect(Fixtures.connect(FILE_ADDED));

        assertThat(event.occurredAt()).contains(Instant.parse("2025-11-24T16:01:14.927Z"));
        assertThat(event.user()).contains("oreyes");
        assertThat(event.webhookId()).contains("c9ac0519-284a-4bee-9574-30ae7891e5dc");
        assertThat(event.path()).contains("/Shared/Documents/Invoices/INV-2025-1187.pdf");
    }

    @Test
    void anUnknownFieldIsIgnored() {
        var event = Events.connect(Fixtures.connect(FILE_ADDED, "with-unknown-field"));

        assertThat(event).isInstanceOf(FileAdded.class);
        assertThat(event.readable()).isTrue();
    }

    @Test
    void whatIsOptionalMayBeAbsent() {
        var event = Events.connect(Fixtures.connect(FILE_ADDED, "with-the-least"));

        assertThat(event.readable()).isTrue();
        assertThat(event.user()).isEmpty();
        assertThat(event.webhookId()).isEmpty();
    }

    @Test
    void anOldPrefixIsReadAsTheNewOne() {
        var file = Events.connect(Fixtures.connect(FILE_ADDED, "with-old-prefix"));
        var link = Events.connect(Fixtures.connect(DOWNLOAD_LINK_CREATED, "with-old-prefix"));

        assertThat(file).isInstanceOf(FileAdded.class).returns("fs:add_file", ConnectEvent::type);
        assertThat(link).isInstanceOf(DownloadLinkCreated.class).returns("link", ConnectEvent::family);
    }

    @Test
    void anUncertainNameMayBeAnotherOne() {
        var event = (FileAdded) Events.connect(Fixtures.connect(FILE_ADDED, "with-own-name-of-the-path"));

        assertThat(event.data()).isEqualTo(new Item("/Shared/Documents/Invoices/INV-2025-1187.pdf",
                "48f2dade-cd0a-472e-ab81-ab4b78135328", null, null));
    }

    @Test
    void anUnknownTypeIsAnEventLikeAnyOther() {
        var event = Events.connect(Fixtures.read("unknown/connect.json"));

        assertThat(event).isInstanceOf(Unknown.class);
        assertThat(event.known()).isFalse();
        assertThat(event.readable()).isTrue();
        assertThat(event.type()).isEqualTo("user:created");
        assertThat(event.family()).isEqualTo("user");
        assertThat(event.path()).contains("/Shared/People");
        assertThat(Events.violations(event)).isEmpty();
    }

    @Test
    void theAddressOfALinkIsNotPrinted() {
        var sent = Fixtures.json(Fixtures.connect(DOWNLOAD_LINK_CREATED)).getJsonObject("data");

        assertThat(Events.connect(Fixtures.connect(DOWNLOAD_LINK_CREATED)).toString())
                .doesNotContain(sent.getString("linkURL"), sent.getString("linkId"));
    }

    /* A file has no folder id, and a folder neither versions nor a file id; the fixture's trash holds a folder. */
    private static Predicate<String> belongsToTheOtherKind(ConnectEventType type) {
        var isFolder = type.name().contains("FOLDER") || type == DELETED_FROM_TRASH;
        var otherKind = isFolder ? List.of("GroupId", "EntryId") : List.of("FolderId");
        return gap -> type.wireName().startsWith("fs:") && otherKind.stream().anyMatch(gap::endsWith);
    }

    private static Record dataOf(ConnectEvent event) {
        return Spelled.component(event, "data");
    }
}
