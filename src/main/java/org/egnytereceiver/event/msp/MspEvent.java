package org.egnytereceiver.event.msp;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Fields;
import org.egnytereceiver.event.Product;

/** What can happen to a reseller of Egnyte, its customers, users and invoices. */
@JsonbTypeDeserializer(MspEventDeserializer.class)
public sealed interface MspEvent extends EgnyteEvent {

    record NfrLinked(Notice notice, NfrPlan data) implements MspEvent {}

    record ConnectTrialCreated(Notice notice, Subscription data) implements MspEvent {}

    record ProtectTrialCreated(Notice notice, Subscription data) implements MspEvent {}

    record ConnectTrialConverted(Notice notice, Subscription data) implements MspEvent {}

    record ProtectTrialConverted(Notice notice, Subscription data) implements MspEvent {}

    record ConnectTrialExpired(Notice notice, Subscription data) implements MspEvent {}

    record ProfileUpdated(Notice notice) implements MspEvent {}

    record MonthlyRevenueChanged(Notice notice, Revenue data) implements MspEvent {}

    record FirstLoggedIn(Notice notice) implements MspEvent {}

    record CreditCardAdded(Notice notice) implements MspEvent {}

    record PviAdded(Notice notice) implements MspEvent {}

    record UserAdded(Notice notice, PortalUser data) implements MspEvent {}

    record ResellerTfaEnabled(Notice notice, PortalUser data) implements MspEvent {}

    record ResellerTfaEnrolled(Notice notice, PortalUser data) implements MspEvent {}

    record UserTfaEnabled(Notice notice, PortalUser data) implements MspEvent {}

    record UserTfaEnrolled(Notice notice, PortalUser data) implements MspEvent {}

    record UpsellInvoiceGenerated(Notice notice, Invoice data) implements MspEvent {}

    record RecurringInvoiceGenerated(Notice notice, Invoice data) implements MspEvent {}

    record InvoiceEdited(Notice notice, Invoice data) implements MspEvent {}

    record InvoicePaid(Notice notice, Invoice data) implements MspEvent {}

    /** A type the catalogue does not have, or none at all. */
    record Unknown(Notice notice, JsonObject data) implements MspEvent {

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
     * A type of the catalogue whose own fields did not fit its shape.
     *
     * @param reason  what did not fit, without any value of the event
     */
    record Unreadable(Notice notice, JsonObject data, String reason) implements MspEvent {

        @Override
        public boolean readable() {
            return false;
        }

        @Override
        public String toString() {
            return "Unreadable[" + type() + ", " + key() + ", " + reason + "]";
        }
    }

    /**
     * The not-for-resale domain linked to a reseller, as in the Egnyte MSP webhooks receiver specification 1.0.0.
     *
     * @param storage  presumably in GB, in which Egnyte's reseller portal counts; not documented
     */
    record NfrPlan(String nfrDomainName, String nfrPlan, Long powerUsers, Long storage) {

        private static final List<String> REQUIRED_OF_THE_NOTICE = List.of(
                "first_name", "last_name", "email", "company_name", "transaction_timestamp", "event_created_by");

        static NfrPlan from(Fields event) {
            var required = event.required();
            REQUIRED_OF_THE_NOTICE.forEach(required::text);
            required.flag("is_event_by_staff_user");
            return new NfrPlan(
                    required.text("nfr_domain_name"),
                    required.text("nfr_plan"),
                    required.integer("power_users"),
                    required.integer("storage"));
        }
    }

    /** What a customer tries or pays for. Not documented; inferred from the plan of a linked NFR domain. */
    record Subscription(String domainName, String plan, Long powerUsers, Long storage) {

        static Subscription from(Fields event) {
            var guessed = event.guessed();
            return new Subscription(
                    guessed.text("domain_name", "domain", "tenant_name"),
                    guessed.text("plan", "plan_name"),
                    guessed.integer("power_users"),
                    guessed.integer("storage"));
        }
    }

    /** What a reseller brings in per month. Not documented; inferred from the name of the type, amounts as sent. */
    record Revenue(String oldMrr, String newMrr, String currency) {

        static Revenue from(Fields event) {
            var guessed = event.guessed();
            return new Revenue(guessed.id("old_mrr"), guessed.id("new_mrr"), guessed.text("currency"));
        }
    }

    /** A user of the reseller portal. Not documented; inferred from the names of the types. */
    record PortalUser(String userName, String userEmail) {

        static PortalUser from(Fields event) {
            var guessed = event.guessed();
            return new PortalUser(guessed.text("user_name", "username"), guessed.text("user_email"));
        }
    }

    /** An invoice to a reseller. Not documented; inferred from the names of the types, the amount as sent. */
    record Invoice(String invoiceNumber, String amount, String currency) {

        static Invoice from(Fields event) {
            var guessed = event.guessed();
            return new Invoice(guessed.id("invoice_number"), guessed.id("amount"), guessed.text("currency"));
        }
    }

    Notice notice();

    @Override
    default Product product() {
        return Product.MSP;
    }

    @Override
    default EventKey key() {
        return notice().key();
    }

    @Override
    default Set<String> ambiguities() {
        return notice().ambiguities();
    }

    @Override
    default String type() {
        return Optional.ofNullable(notice().eventType()).orElse(UNKNOWN);
    }

    @Override
    default String family() {
        return Product.MSP.wireName();
    }

    @Override
    default boolean known() {
        return true;
    }

    @Override
    default boolean readable() {
        return notice().readable();
    }

    @Override
    default Optional<Instant> occurredAt() {
        return Optional.ofNullable(notice().transactionTime()).map(MspTime::instant);
    }

    @Override
    default Optional<String> path() {
        return Optional.empty();
    }

    @Override
    default Optional<String> user() {
        return Optional.ofNullable(notice().eventCreatedBy());
    }

    @Override
    default Optional<String> webhookId() {
        return Optional.empty();
    }
}
