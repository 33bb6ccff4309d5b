package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/**
 * What can happen to files and folders. A new version of a file arrives as {@link FileAdded}, a renaming as a move, and
 * an event of a folder stands for everything below it; none of the three is documented.
 */
public sealed interface FileSystemEvent extends ConnectEvent {

    record FileAdded(Envelope envelope, Item data) implements FileSystemEvent {}

    record FolderAdded(Envelope envelope, Item data) implements FileSystemEvent {}

    record FileUploadedViaLink(Envelope envelope, Item data) implements FileSystemEvent {}

    record FileCopied(Envelope envelope, Transfer data) implements FileSystemEvent {}

    record FolderCopied(Envelope envelope, Transfer data) implements FileSystemEvent {}

    record FileMoved(Envelope envelope, Transfer data) implements FileSystemEvent {}

    record FolderMoved(Envelope envelope, Transfer data) implements FileSystemEvent {}

    record FileDeleted(Envelope envelope, Item data) implements FileSystemEvent {}

    record FolderDeleted(Envelope envelope, Item data) implements FileSystemEvent {}

    record DeletedFromTrash(Envelope envelope, Item data) implements FileSystemEvent {}

    record RestoredFromTrash(Envelope envelope, Item data) implements FileSystemEvent {}

    record FileLocked(Envelope envelope, Lock data) implements FileSystemEvent {}

    record FileUnlocked(Envelope envelope, Lock data) implements FileSystemEvent {}

    record ProjectFolderActive(Envelope envelope, ProjectActivity data) implements FileSystemEvent {}

    /**
     * A file or folder at one place. The fields of an added file are those in the schema of Egnyte's Power Platform
     * connector; those of the other types are not documented and inferred from it and from Egnyte's Events API.
     *
     * @param targetGroupId  the file, whatever its version
     * @param targetEntryId  the version of the file
     * @param targetFolderId  the folder, if it is one
     */
    record Item(String targetPath, String targetGroupId, String targetEntryId, String targetFolderId) {

        static Item from(Fields data) {
            return new Item(
                    data.required().text("targetPath", "sourcePath", "path"),
                    data.id("targetGroupId", "groupId"),
                    data.id("targetEntryId", "entryId"),
                    data.id("targetFolderId", "folderId"));
        }
    }

    /**
     * A file or folder that went, or was copied, from one place to another. Not documented; inferred from an added file
     * on the target's side, from a link's {@code sourcePath} and from Egnyte's Events API on the source's.
     */
    record Transfer(
            String sourcePath, String sourceGroupId, String sourceEntryId, String sourceFolderId,
            String targetPath, String targetGroupId, String targetEntryId, String targetFolderId) {

        static Transfer from(Fields data) {
            return new Transfer(
                    data.required().text("sourcePath"),
                    data.id("sourceGroupId"),
                    data.id("sourceEntryId"),
                    data.id("sourceFolderId"),
                    data.required().text("targetPath"),
                    data.id("targetGroupId"),
                    data.id("targetEntryId"),
                    data.id("targetFolderId"));
        }
    }

    /**
     * A file that was locked or unlocked, as in the schema of Egnyte's Power Platform connector.
     *
     * @param targetFileChecksum  stands where other events have the version; SHA-512 in Egnyte's file API
     */
    record Lock(String targetPath, String targetGroupId, String targetFileChecksum) {

        static Lock from(Fields data) {
            return new Lock(
                    data.required().text("targetPath"),
                    data.id("targetGroupId"),
                    data.text("targetFileChecksum"));
        }
    }

    /**
     * A folder that became a project, stopped being one, or whose project changed, as in the schema of Egnyte's Power
     * Platform connector.
     *
     * @param activity  which of the three; neither its name nor its words are documented
     */
    record ProjectActivity(
            String projectId, String projectRootFolderId, String name, String location, String status,
            String activity) {

        static ProjectActivity from(Fields data) {
            return new ProjectActivity(
                    data.required().id("projectId"),
                    data.required().id("projectRootFolderId"),
                    data.text("name"),
                    data.text("location"),
                    data.text("status"),
                    data.text("activity", "action", "activityType"));
        }
    }
}
