package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/** What can happen to the comments on files. */
public sealed interface CommentEvent extends ConnectEvent {

    record CommentSet(Envelope envelope, Comment data) implements CommentEvent {}

    record CommentRemoved(Envelope envelope, Comment data) implements CommentEvent {}

    /**
     * A comment on a file. Not documented; inferred from an added file and from the notes of Egnyte's Events API, where
     * comments are called so.
     */
    record Comment(String targetPath, String targetGroupId, String targetEntryId, String noteId, String comment) {

        static Comment from(Fields data) {
            return new Comment(
                    data.required().text("targetPath", "sourcePath", "path"),
                    data.id("targetGroupId", "groupId"),
                    data.id("targetEntryId", "entryId"),
                    data.id("noteId", "commentId"),
                    data.text("comment", "text"));
        }
    }
}
