package org.egnytereceiver.event.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.egnytereceiver.event.connect.ConnectEventType.*;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.support.Fixtures.without;
import static org.egnytereceiver.support.Fixtures.withoutData;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.connect.CommentEvent.CommentSet;
import org.egnytereceiver.event.connect.ConnectEvent.Unknown;
import org.egnytereceiver.event.connect.ConnectEvent.Unreadable;
import org.egnytereceiver.event.connect.FileSystemEvent.FileAdded;
import org.egnytereceiver.event.connect.FileSystemEvent.ProjectFolderActive;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedConnectEventTest {

    private static final String FILE = Fixtures.connect(FILE_ADDED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "user | 17", "user | \"oreyes\"", "user | []", "user | {\"id\": \"17\"}", "user | {\"id\": 1.5}",
        "user | {\"username\": 5}", "user | {\"email\": {}}", "user | {\"id\": 1, \"id\": 2}",
        "actionSource | 5", "actionSource | {}", "webhookId | []", "webhookId | true",
        "customProperties | []", "customProperties | \"a\"", "customProperties | {\"a\": {}}",
        "customProperties | {\"a\": \"1\", \"a\": \"2\"}",
        "timestamp | null", "timestamp | \"yesterday\"", "timestamp | {}", "timestamp | 1e400",
        "timestamp | 1e999999999", "timestamp | 1e99999999999999999999", "timestamp | -1e999999999"})
    void aMisfitInTheEnvelopeCostsOnlyTheFullReading(String key, String literal) {
        var event = Events.connect(with(FILE, key, literal));

        assertThat(event).isInstanceOf(FileAdded.class);
        assertThat(event.readable()).isFalse();
        assertThat(event.known()).isTrue();
        assertThat(Events.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "actionSource", "webhookId", "customProperties"})
    void nullCountsAsAbsent(String key) {
        assertThat(Events.connect(with(FILE, key, "null")).readable()).isTrue();
        assertThat(Events.connect(without(FILE, key)).readable()).isTrue();
    }

    @Test
    void onlyTheFieldThatDoesNotFitIsLost() {
        var event = Events.connect(with(FILE, "user", "{\"id\": \"17\", \"username\": \"oreyes\"}"));

        assertThat(event.envelope().user()).isEqualTo(new User(null, null, "oreyes", null, null, null));
    }

    @Test
    void aPlainValueAmongTheCustomPropertiesCountsAsItsText() {
        var event = Events.connect(with(FILE, "customProperties", "{\"a\": 1.0, \"b\": true, \"c\": null}"));

        assertThat(event.envelope().customProperties()).isEqualTo(Map.of("a", "1.0", "b", "true"));
        assertThat(event.readable()).isTrue();
    }

    @Test
    void aTimestampInQuotesIsRead() {
        var event = Events.connect(with(FILE, "timestamp", "\"1764000000.25\""));

        assertThat(event.occurredAt()).contains(Instant.parse("2025-11-24T16:00:00.250Z"));
        assertThat(event.readable()).isTrue();
    }

    @Test
    void withoutATimestampNobodyKnowsWhen() {
        var event = Events.connect(without(FILE, "timestamp"));

        assertThat(event.occurredAt()).isEmpty();
        assertThat(event.readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"\"", "{}", "\"fs:\\u0000\"", "\"fs:\\ud800\""})
    void withoutAUsableTypeItIsUnknown(String literal) {
        var event = Events.connect(with(FILE, "eventType", literal));

        assertThat(event).isInstanceOf(Unknown.class);
        assertThat(event.type()).isEqualTo("unknown");
        assertThat(event.family()).isEqualTo("unknown");
        assertThat(event.known()).isFalse();
        assertThat(event.readable()).isFalse();
        assertThat(event.path()).isPresent();
        assertThat(Events.violations(event)).isEmpty();
    }

    @Test
    void aTypeHasAtMost255Characters() {
        var longest = "x".repeat(255);

        assertThat(Events.connect(with(FILE, "eventType", quoted(longest))).type()).isEqualTo(longest);
        assertThat(Events.connect(with(FILE, "eventType", quoted(longest + "x"))).type()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"user:created,user", "fs:future:thing,fs", "storage:future,fs", "links:future,link", "plain,unknown",
        ":nothing,unknown", "fs:,fs", "FS:add_file,FS"})
    void theFamilyStandsBeforeTheFirstColon(String type, String family) {
        var event = Events.connect(with(FILE, "eventType", quoted(type)));

        assertThat(event).isInstanceOf(Unknown.class).returns(family, ConnectEvent::family);
        assertThat(event.readable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"text\"", "[]"})
    void nothingIsDemandedOfTheDataOfAnUnknownType(String literal) {
        var event = Events.connect(with(Fixtures.read("unknown/connect.json"), "data", literal));

        assertThat(event.readable()).isTrue();
        assertThat(event.path()).isEmpty();
        assertThat(((Unknown) event).data()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 1}", "{\"a\": [{\"b\": 1, \"b\": 2}]}", "{\"a\": {\"b\": 1, \"b\": 2}}"})
    void aKeyTwiceInTheDataOfAnUnknownTypeIsNotReadable(String literal) {
        assertThat(Events.connect(with(Fixtures.read("unknown/connect.json"), "data", literal)).readable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void everyTypeBearsDataOfAnotherShape(ConnectEventType type) {
        for (var literal : new String[] {"null", "5", "\"text\"", "[]", "[{}]", "{}", "true"}) {
            var event = Events.connect(with(Fixtures.connect(type), "data", literal));

            assertThat(event).isInstanceOf(Unreadable.class).returns(type.wireName(), ConnectEvent::type);
            assertThat(event.known()).isTrue();
            assertThat(event.readable()).isFalse();
            assertThat(event.path()).isEmpty();
            assertThat(Events.violations(event)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void everyFieldOfTheDataMayBeOfAWrongKind(ConnectEventType type) {
        for (var field : Fixtures.json(Fixtures.connect(type)).getJsonObject("data").keySet()) {
            for (var wrong : new String[] {"true", "[1]", "[{\"id\": \"x\"}]", "{\"id\": \"x\"}"}) {
                var event = Events.connect(withData(Fixtures.connect(type), field, wrong));

                assertThat(event).as(field + " " + wrong).isInstanceOf(Unreadable.class);
                assertThat(event.readable()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectEventType.class)
    void onlyRequiredFieldsAreMissed(ConnectEventType type) {
        var text = Fixtures.connect(type);

        for (var field : Fixtures.json(text).getJsonObject("data").keySet()) {
            var required = required(type).contains(field);

            assertThat(Events.connect(withoutData(text, field)).readable()).as(field).isEqualTo(!required);
            assertThat(Events.connect(withData(text, field, "null")).readable()).as(field).isEqualTo(!required);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"workflow", "firstEntity", "step", "assignee"})
    void ofTheThingsInAWorkflowEventOnlyTheTemplateIsNotMissed(String thing) {
        var text = Fixtures.connect(APPROVAL_GRANTED);
        var whole = Fixtures.json(text).getJsonObject("data").getJsonObject(thing);

        for (var field : whole.keySet()) {
            var event = Events.connect(withData(text, thing, without(whole.toString(), field)));

            assertThat(event.readable()).as(field).isEqualTo(field.equals("templateId"));
        }
    }

    @Test
    void aRequiredFieldThatIsMissedIsNamed() {
        var event = Events.connect(withoutData(FILE, "targetPath"));

        assertThat(event).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) event).reason()).isEqualTo("targetPath is missing");
    }

    @Test
    void aFieldThatDoesNotFitIsNamedWithItsPlace() {
        var event = Events.connect(withData(Fixtures.connect(APPROVAL_GRANTED), "assignee", "{\"id\": \"secret\"}"));

        assertThat(((Unreadable) event).reason()).isEqualTo("assignee.id is not a whole number");
    }

    @Test
    void anEmptyTextCountsAsPresent() {
        assertThat(Events.connect(withData(FILE, "targetPath", "\"\"")).readable()).isTrue();
    }

    @Test
    void aNumberCountsAsAnIdAsItIsSpelled() {
        var event = (FileAdded) Events.connect(withData(FILE, "targetGroupId", "1e3"));

        assertThat(event.data().targetGroupId()).isEqualTo("1e3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e999999999", "1e99999999999", "9223372036854775808", "\"1\""})
    void aWholeNumberIsOneThatCanBeHeld(String literal) {
        var event = Events.connect(withData(Fixtures.connect(PERMISSION_CHANGED), "assigneeId", literal));

        assertThat(event).isInstanceOf(Unreadable.class);
    }

    @Test
    void aKeyTwiceInTheDataIsNotReadable() {
        var event = Events.connect(Fixtures.connect(FILE_ADDED, "with-a-key-twice-in-the-data"));

        assertThat(event).isInstanceOf(Unreadable.class);
        assertThat(Events.violations(event)).isEmpty();
    }

    @Test
    void aKeyTwiceElsewhereIsIgnoredWithTheRest() {
        assertThat(Events.connect(with(FILE, "future", "{\"a\": 1, \"a\": 2}")).readable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", value = {
        "{\"targetPath\": \"t\", \"sourcePath\": \"s\", \"folderPath\": \"f\"} | t",
        "{\"targetPath\": 5, \"sourcePath\": \"s\", \"folderPath\": \"f\"} | s",
        "{\"targetPath\": null, \"folderPath\": \"f\"} | f",
        "{\"path\": \"p\", \"firstEntity\": {\"filePath\": \"e\"}} | -"})
    void thePathIsTheTargetsElseTheSourcesElseTheFolders(String data, String path) {
        for (var type : new String[] {"fs:move_file", "group:rename", "fs:future"}) {
            var event = Events.connect(with(with(FILE, "eventType", quoted(type)), "data", data));

            assertThat(event.path().orElse(null)).isEqualTo(path);
        }
    }

    @Test
    void theBetterNameIsTakenBeforeItsAlias() {
        var comment = withData(withoutData(Fixtures.connect(COMMENT_SET), "noteId"), "commentId", "\"c\"");
        var project = withData(Fixtures.connect(PROJECT_FOLDER_ACTIVE), "action", "\"worse\"");

        assertThat(((CommentSet) Events.connect(comment)).data().noteId()).isEqualTo("c");
        assertThat(((ProjectFolderActive) Events.connect(project)).data().activity()).isEqualTo("UPDATED");
    }

    @Test
    void whatCouldNotBeReadIsNotPrinted() {
        var unreadable = Events.connect(with(FILE, "data", "{\"linkURL\": \"secret\"}"));
        var unknown = Events.connect(with(Fixtures.read("unknown/connect.json"), "data", "{\"a\": \"secret\"}"));

        assertThat(unreadable.toString()).contains("fs:add_file").doesNotContain("secret");
        assertThat(unknown.toString()).contains("user:created").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "5", "\"text\"", "true", "{", "{\"a\":}", ""})
    void whatIsNoObjectIsNoEvent(String text) {
        assertThatThrownBy(() -> Events.connect(text)).isInstanceOfAny(JsonbException.class, JsonException.class);
    }

    private static Set<String> required(ConnectEventType type) {
        return switch (type) {
            case FILE_COPIED, FOLDER_COPIED, FILE_MOVED, FOLDER_MOVED -> Set.of("sourcePath", "targetPath");
            case PROJECT_FOLDER_ACTIVE -> Set.of("projectId", "projectRootFolderId");
            case DOWNLOAD_LINK_CREATED, UPLOAD_LINK_CREATED, DOWNLOAD_LINK_DELETED, UPLOAD_LINK_DELETED ->
                    Set.of("sourcePath", "linkId");
            case METADATA_KEY_ADDED, METADATA_KEY_DELETED -> Set.of("targetPath", "namespace", "key");
            case WORKFLOW_CREATED -> Set.of("workflow", "firstEntity", "definitionJson");
            case WORKFLOW_COMPLETED -> Set.of("workflow", "firstEntity", "completionStatusCode", "totalNumberOfSteps",
                    "completionDate");
            case APPROVAL_GRANTED, APPROVAL_REJECTED -> Set.of("workflow", "firstEntity", "step", "assignee",
                    "totalNumberOfSteps", "completionDate", "creationDate");
            case GROUP_CREATED, GROUP_DELETED, GROUP_RENAMED, MEMBERS_ADDED, MEMBERS_REMOVED, OWNER_ADDED,
                    OWNER_REMOVED -> Set.of("groupId", "groupName");
            case PERMISSION_CHANGED -> Set.of("folderPath");
            default -> Set.of("targetPath");
        };
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
