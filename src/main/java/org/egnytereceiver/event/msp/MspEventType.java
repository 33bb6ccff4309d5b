package org.egnytereceiver.event.msp;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.egnytereceiver.event.Fields;
import org.egnytereceiver.event.msp.MspEvent.*;

/**
 * The catalogue: every type that Egnyte's MSP webhooks can be registered for, the shape of its own fields and the event
 * it becomes.
 */
public enum MspEventType {

    NFR_LINKED("RESELLER_LINK_NFR_MANUALLY", NfrPlan::from, NfrLinked::new),
    CONNECT_TRIAL_CREATED("RESELLER_CREATED_CONNECT_TRIAL", Subscription::from, ConnectTrialCreated::new),
    PROTECT_TRIAL_CREATED("RESELLER_CREATED_PROTECT_TRIAL", Subscription::from, ProtectTrialCreated::new),
    CONNECT_TRIAL_CONVERTED("RESELLER_CONVERTED_CONNECT_TRIAL_TO_PAID", Subscription::from, ConnectTrialConverted::new),
    PROTECT_TRIAL_CONVERTED("RESELLER_CONVERTED_PROTECT_TRIAL_TO_PAID", Subscription::from, ProtectTrialConverted::new),
    CONNECT_TRIAL_EXPIRED("RESELLER_CONNECT_TRIAL_EXPIRED", Subscription::from, ConnectTrialExpired::new),
    PROFILE_UPDATED("RESELLER_PROFILE_UPDATED", ProfileUpdated::new),
    MONTHLY_REVENUE_CHANGED("RESELLER_MRR_CHANGED", Revenue::from, MonthlyRevenueChanged::new),
    FIRST_LOGGED_IN("RESELLER_FIRST_LOGIN", FirstLoggedIn::new),
    CREDIT_CARD_ADDED("RESELLER_CC_ADDED", CreditCardAdded::new),
    PVI_ADDED("RESELLER_PVI_ADDED", PviAdded::new),
    USER_ADDED("USER_ADDED", PortalUser::from, UserAdded::new),
    RESELLER_TFA_ENABLED("RESELLER_TFA_ENABLED", PortalUser::from, ResellerTfaEnabled::new),
    RESELLER_TFA_ENROLLED("RESELLER_TFA_ENROLLED", PortalUser::from, ResellerTfaEnrolled::new),
    USER_TFA_ENABLED("USER_TFA_ENABLED", PortalUser::from, UserTfaEnabled::new),
    USER_TFA_ENROLLED("USER_TFA_ENROLLED", PortalUser::from, UserTfaEnrolled::new),
    UPSELL_INVOICE_GENERATED("RESELLER_UPSELL_INVOICE_GENERATED", Invoice::from, UpsellInvoiceGenerated::new),
    RECURRING_INVOICE_GENERATED("RESELLER_RECURRING_INVOICE_GENERATED", Invoice::from, RecurringInvoiceGenerated::new),
    INVOICE_EDITED("RESELLER_INVOICE_EDITED", Invoice::from, InvoiceEdited::new),
    INVOICE_PAID("RESELLER_INVOICE_PAID", Invoice::from, InvoicePaid::new);

    private static final Map<String, MspEventType> BY_NAME =
            Stream.of(values()).collect(toUnmodifiableMap(MspEventType::wireName, identity()));

    private final String wireName;
    private final BiFunction<Notice, JsonObject, MspEvent> assembly;

    MspEventType(String wireName, Function<Notice, MspEvent> event) {
        this.wireName = wireName;
        this.assembly = (notice, json) -> event.apply(notice);
    }

    <D> MspEventType(String wireName, Function<Fields, D> shape, BiFunction<Notice, D, MspEvent> event) {
        this.wireName = wireName;
        this.assembly = (notice, json) -> {
            var fields = new Fields(json);
            var data = shape.apply(fields);
            return fields.complaint()
                    .<MspEvent>map(reason -> new Unreadable(notice, json, reason))
                    .orElseGet(() -> event.apply(notice, data));
        };
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<MspEventType> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    MspEvent assemble(Notice notice, JsonObject event) {
        return assembly.apply(notice, event);
    }
}
