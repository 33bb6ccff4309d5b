package org.egnytereceiver.event.connect;

import java.time.Instant;
import org.egnytereceiver.event.Fields;

/**
 * What can happen to the workflows of files. All fields are those in the schema of Egnyte's Power Platform connector;
 * the unit of the dates is not documented and told by their size.
 */
public sealed interface WorkflowEvent extends ConnectEvent {

    record WorkflowCreated(Envelope envelope, Creation data) implements WorkflowEvent {}

    record WorkflowCompleted(Envelope envelope, Completion data) implements WorkflowEvent {}

    record ApprovalGranted(Envelope envelope, Approval data) implements WorkflowEvent {}

    record ApprovalRejected(Envelope envelope, Approval data) implements WorkflowEvent {}

    /**
     * The start of a workflow.
     *
     * @param definitionJson  a JSON document inside a string
     */
    record Creation(Workflow workflow, Entity firstEntity, String definitionJson) {

        static Creation from(Fields data) {
            var required = data.required();
            return new Creation(
                    required.object("workflow", Workflow::from),
                    required.object("firstEntity", Entity::from),
                    required.text("definitionJson"));
        }
    }

    /** The end of a workflow. */
    record Completion(
            Workflow workflow, Entity firstEntity, String completionStatusCode, Long totalNumberOfSteps,
            Instant completionDate) {

        static Completion from(Fields data) {
            var required = data.required();
            return new Completion(
                    required.object("workflow", Workflow::from),
                    required.object("firstEntity", Entity::from),
                    required.text("completionStatusCode"),
                    required.integer("totalNumberOfSteps"),
                    required.time("completionDate"));
        }
    }

    /** What one assignee decided in one step of a workflow. */
    record Approval(
            Workflow workflow, Entity firstEntity, Step step, Assignee assignee, Long totalNumberOfSteps,
            Instant completionDate, Instant creationDate) {

        static Approval from(Fields data) {
            var required = data.required();
            return new Approval(
                    required.object("workflow", Workflow::from),
                    required.object("firstEntity", Entity::from),
                    required.object("step", Step::from),
                    required.object("assignee", Assignee::from),
                    required.integer("totalNumberOfSteps"),
                    required.time("completionDate"),
                    required.time("creationDate"));
        }
    }

    /** The workflow itself. */
    record Workflow(String id, String name, Long displayId, String type, String templateId, String actionStatus) {

        static Workflow from(Fields workflow) {
            var required = workflow.required();
            return new Workflow(
                    required.id("id"),
                    required.text("name"),
                    required.integer("displayId"),
                    required.text("type"),
                    workflow.id("templateId"),
                    required.text("actionStatus"));
        }
    }

    /** The first of the things a workflow is about; by that name there can be more, which are not sent. */
    record Entity(String type, String filePath, String entryID, String groupID) {

        static Entity from(Fields entity) {
            var required = entity.required();
            return new Entity(
                    required.text("type"),
                    required.text("filePath"),
                    required.id("entryID"),
                    required.id("groupID"));
        }
    }

    /** One step of a workflow. */
    record Step(String id, String type, String name) {

        static Step from(Fields step) {
            var required = step.required();
            return new Step(required.id("id"), required.text("type"), required.text("name"));
        }
    }

    /** Who had to decide. */
    record Assignee(Long id, String displayName, String username, String email) {

        static Assignee from(Fields assignee) {
            var required = assignee.required();
            return new Assignee(
                    required.integer("id"),
                    required.text("displayName"),
                    required.text("username"),
                    required.text("email"));
        }
    }
}
