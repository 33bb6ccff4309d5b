package org.egnytereceiver.event.connect;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Product;

/** An event of Egnyte Connect: of one of the documented families, of a type we do not know, or one we cannot read. */
@JsonbTypeDeserializer(ConnectEventDeserializer.class)
public sealed interface ConnectEvent extends EgnyteEvent
        permits FileSystemEvent, LinkEvent, MetadataEvent, CommentEvent, WorkflowEvent, GroupEvent, PermissionEvent,
        ConnectEvent.Unknown, ConnectEvent.Unreadable {

    /** A type the catalogue does not have; Egnyte adds some, so it is an event like any other. */
    record Unknown(Envelope envelope, JsonObject data, boolean readable) implements ConnectEvent {

        @Override
        public boolean known() {
            return false;
        }

        @Override
        public String toString() {
            return "Unknown[" + type() + ", " + key() + "]";
        }
    }

    /**
     * A type of the catalogue whose data did not fit its shape.
     *
     * @param data  empty where the event had none, or something else than an object
     * @param reason  what did not fit, without any value of the event
     */
    record Unreadable(Envelope envelope, JsonObject data, String reason) implements ConnectEvent {

        @Override
        public boolean readable() {
            return false;
        }

        @Override
        public String toString() {
            return "Unreadable[" + type() + ", " + key() + ", " + reason + "]";
        }
    }

    Envelope envelope();

    @Override
    default Product product() {
        return Product.CONNECT;
    }

    @Override
    default EventKey key() {
        return envelope().key();
    }

    @Override
    default Set<String> ambiguities() {
        return envelope().repeatedKeys();
    }

    @Override
    default String type() {
        return envelope().type();
    }

    @Override
    default String family() {
        return envelope().family();
    }

    @Override
    default boolean known() {
        return true;
    }

    @Override
    default boolean readable() {
        return envelope().readable();
    }

    @Override
    default Optional<Instant> occurredAt() {
        return Optional.ofNullable(envelope().occurredAt());
    }

    @Override
    default Optional<String> path() {
        return Optional.ofNullable(envelope().path());
    }

    @Override
    default Optional<String> user() {
        return Optional.ofNullable(envelope().user()).map(User::username);
    }

    @Override
    default Optional<String> webhookId() {
        return Optional.ofNullable(envelope().webhookId());
    }
}
