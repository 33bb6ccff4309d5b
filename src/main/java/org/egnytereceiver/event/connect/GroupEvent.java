package org.egnytereceiver.event.connect;

import java.util.List;
import org.egnytereceiver.event.Fields;

/**
 * What can happen to groups of users. The fields are those in the schema of Egnyte's Power Platform connector, which
 * calls people otherwise than the rest of Egnyte's webhooks does.
 */
public sealed interface GroupEvent extends ConnectEvent {

    record GroupCreated(Envelope envelope, Group data) implements GroupEvent {}

    record GroupDeleted(Envelope envelope, Group data) implements GroupEvent {}

    record GroupRenamed(Envelope envelope, Renaming data) implements GroupEvent {}

    record MembersAdded(Envelope envelope, Membership data) implements GroupEvent {}

    record MembersRemoved(Envelope envelope, Membership data) implements GroupEvent {}

    record OwnerAdded(Envelope envelope, Membership data) implements GroupEvent {}

    record OwnerRemoved(Envelope envelope, Membership data) implements GroupEvent {}

    /**
     * A whole group; a deleted one comes without its people.
     *
     * @param user  who did it
     */
    record Group(String groupId, String groupName, Person user, Person owner, List<Person> members) {

        static Group from(Fields data) {
            return new Group(
                    data.required().id("groupId"),
                    data.required().text("groupName"),
                    data.object("user", Person::from),
                    data.object("owner", Person::from),
                    data.objects("members", Person::from));
        }
    }

    /**
     * A group and its name.
     *
     * @param groupName  presumably the new one; not documented
     * @param oldGroupName  not documented; inferred from the naming of the other changes
     * @param user  who did it
     */
    record Renaming(String groupId, String groupName, String oldGroupName, Person user, String action) {

        static Renaming from(Fields data) {
            return new Renaming(
                    data.required().id("groupId"),
                    data.required().text("groupName"),
                    data.text("oldGroupName", "oldName", "previousName"),
                    data.object("user", Person::from),
                    data.text("action"));
        }
    }

    /**
     * Who came into a group or left it.
     *
     * @param user  who did it
     * @param owner  presumably the owner added or removed; not documented
     * @param members  presumably those added or removed, not all of the group; not documented
     * @param action  what happened; the type says it already, so the webhook itself may leave it out
     */
    record Membership(
            String groupId, String groupName, Person user, Person owner, List<Person> members, String action) {

        static Membership from(Fields data) {
            return new Membership(
                    data.required().id("groupId"),
                    data.required().text("groupName"),
                    data.object("user", Person::from),
                    data.object("owner", Person::from),
                    data.objects("members", Person::from),
                    data.text("action"));
        }
    }

    /** Someone who did something to a group, owns it, or is in it. */
    record Person(Long id, String fullName, String userName, String email) {

        static Person from(Fields person) {
            return new Person(
                    person.integer("id"),
                    person.text("fullName"),
                    person.text("userName"),
                    person.text("email"));
        }
    }
}
