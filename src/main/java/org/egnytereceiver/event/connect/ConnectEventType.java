package org.egnytereceiver.event.connect;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.egnytereceiver.event.Fields;
import org.egnytereceiver.event.connect.CommentEvent.*;
import org.egnytereceiver.event.connect.ConnectEvent.Unreadable;
import org.egnytereceiver.event.connect.FileSystemEvent.*;
import org.egnytereceiver.event.connect.GroupEvent.*;
import org.egnytereceiver.event.connect.LinkEvent.*;
import org.egnytereceiver.event.connect.MetadataEvent.*;
import org.egnytereceiver.event.connect.PermissionEvent.*;
import org.egnytereceiver.event.connect.WorkflowEvent.*;

/**
 * The catalogue: every type of the Egnyte Connect webhooks receiver specification 1.0.0, the shape of its data and the
 * event it becomes.
 */
public enum ConnectEventType {

    FILE_ADDED("fs:add_file", Item::from, FileAdded::new),
    FOLDER_ADDED("fs:add_folder", Item::from, FolderAdded::new),
    FILE_UPLOADED_VIA_LINK("fs:upload_link", Item::from, FileUploadedViaLink::new),
    FILE_COPIED("fs:copy_file", Transfer::from, FileCopied::new),
    FOLDER_COPIED("fs:copy_folder", Transfer::from, FolderCopied::new),
    FILE_MOVED("fs:move_file", Transfer::from, FileMoved::new),
    FOLDER_MOVED("fs:move_folder", Transfer::from, FolderMoved::new),
    FILE_DELETED("fs:delete_file", Item::from, FileDeleted::new),
    FOLDER_DELETED("fs:delete_folder", Item::from, FolderDeleted::new),
    DELETED_FROM_TRASH("fs:delete_from_trash", Item::from, DeletedFromTrash::new),
    RESTORED_FROM_TRASH("fs:restore_from_trash", Item::from, RestoredFromTrash::new),
    FILE_LOCKED("fs:lock_file", Lock::from, FileLocked::new),
    FILE_UNLOCKED("fs:unlock_file", Lock::from, FileUnlocked::new),
    PROJECT_FOLDER_ACTIVE("fs:folder_project_activity", ProjectActivity::from, ProjectFolderActive::new),

    DOWNLOAD_LINK_CREATED("link:create_download_link", Link::from, DownloadLinkCreated::new),
    UPLOAD_LINK_CREATED("link:create_upload_link", Link::from, UploadLinkCreated::new),
    DOWNLOAD_LINK_DELETED("link:delete_download_link", Link::from, DownloadLinkDeleted::new),
    UPLOAD_LINK_DELETED("link:delete_upload_link", Link::from, UploadLinkDeleted::new),

    METADATA_KEY_ADDED("meta:add_metadata_key", MetadataKey::from, MetadataKeyAdded::new),
    METADATA_KEY_DELETED("meta:delete_metadata_key", MetadataKey::from, MetadataKeyDeleted::new),

    COMMENT_SET("comment:set_comment", Comment::from, CommentSet::new),
    COMMENT_REMOVED("comment:remove_comment", Comment::from, CommentRemoved::new),

    WORKFLOW_CREATED("workflow:created", Creation::from, WorkflowCreated::new),
    WORKFLOW_COMPLETED("workflow:completed", Completion::from, WorkflowCompleted::new),
    APPROVAL_GRANTED("workflow:approvaltask_approved", Approval::from, ApprovalGranted::new),
    APPROVAL_REJECTED("workflow:approvaltask_rejected", Approval::from, ApprovalRejected::new),

    GROUP_CREATED("group:create", Group::from, GroupCreated::new),
    GROUP_DELETED("group:delete", Group::from, GroupDeleted::new),
    GROUP_RENAMED("group:rename", Renaming::from, GroupRenamed::new),
    MEMBERS_ADDED("group:add_members", Membership::from, MembersAdded::new),
    MEMBERS_REMOVED("group:remove_members", Membership::from, MembersRemoved::new),
    OWNER_ADDED("group:add_owner", Membership::from, OwnerAdded::new),
    OWNER_REMOVED("group:remove_owner", Membership::from, OwnerRemoved::new),

    PERMISSION_CHANGED("permission:permission_change", PermissionChange::from, PermissionChanged::new);

    private static final Map<String, ConnectEventType> BY_NAME =
            Stream.of(values()).collect(toUnmodifiableMap(ConnectEventType::wireName, identity()));

    private final String wireName;
    private final BiFunction<Envelope, JsonObject, ConnectEvent> assembly;

    <D> ConnectEventType(String wireName, Function<Fields, D> shape, BiFunction<Envelope, D, ConnectEvent> event) {
        this.wireName = wireName;
        this.assembly = (envelope, json) -> {
            var fields = new Fields(json);
            var data = shape.apply(fields);
            return fields.complaint()
                    .<ConnectEvent>map(reason -> new Unreadable(envelope, json, reason))
                    .orElseGet(() -> event.apply(envelope, data));
        };
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<ConnectEventType> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    ConnectEvent assemble(Envelope envelope, JsonObject data) {
        return assembly.apply(envelope, data);
    }
}
