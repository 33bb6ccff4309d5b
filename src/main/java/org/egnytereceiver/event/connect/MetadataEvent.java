package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/** What can happen to the metadata of files and folders. */
public sealed interface MetadataEvent extends ConnectEvent {

    record MetadataKeyAdded(Envelope envelope, MetadataKey data) implements MetadataEvent {}

    record MetadataKeyDeleted(Envelope envelope, MetadataKey data) implements MetadataEvent {}

    /**
     * A key of one file's or folder's metadata, without its value, as in the schema of Egnyte's Power Platform
     * connector; the specification names the two types and describes no data of theirs.
     *
     * @param action  what happened; the type says it already, so the webhook itself may leave it out
     */
    record MetadataKey(String targetPath, String targetGroupId, String namespace, String key, String action) {

        static MetadataKey from(Fields data) {
            return new MetadataKey(
                    data.required().text("targetPath"),
                    data.id("targetGroupId"),
                    data.required().text("namespace"),
                    data.required().text("key"),
                    data.text("action"));
        }
    }
}
