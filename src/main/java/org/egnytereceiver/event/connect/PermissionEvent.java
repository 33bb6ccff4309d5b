package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/** What can happen to the permissions on folders. */
public sealed interface PermissionEvent extends ConnectEvent {

    record PermissionChanged(Envelope envelope, PermissionChange data) implements PermissionEvent {}

    /**
     * What a user or a group may do in a folder, as in the schema of Egnyte's Power Platform connector.
     *
     * @param assigner  who changed it
     * @param assignee  the user it was changed for
     * @param groupName  the group it was changed for, presumably instead of a user; not documented
     * @param oldPrivilege  free text, as the words are not documented
     * @param newPrivilege  free text, as the words are not documented
     */
    record PermissionChange(
            String folderPath, String assigner, Long assignerId, String assignee, Long assigneeId, String groupName,
            String oldPrivilege, String newPrivilege) {

        static PermissionChange from(Fields data) {
            return new PermissionChange(
                    data.required().text("folderPath"),
                    data.text("assigner"),
                    data.integer("assignerId"),
                    data.text("assignee"),
                    data.integer("assigneeId"),
                    data.text("groupName"),
                    data.text("oldPrivilege"),
                    data.text("newPrivilege"));
        }
    }
}
