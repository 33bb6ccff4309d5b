package org.egnytereceiver.event.msp;

import java.util.Optional;
import java.util.Set;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Fields;
import org.egnytereceiver.event.Meaning;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.Reading;

/**
 * What every MSP event says, whatever happened. The names are those of the Egnyte MSP webhooks receiver specification
 * 1.0.0 for a linked NFR domain; that the other types have them too is not documented, but nothing in them belongs to
 * that type alone.
 *
 * @param key  the digest of the whole object, as Egnyte sends no id
 * @param resellerCode  the code on the reseller dashboard
 * @param eventCreatedBy  the name of the user who caused the event
 * @param ambiguities  holds {@code event_type} if that is missing or stands twice, so that nobody knows what happened
 * @param readable  whether everything in it could be read
 */
public record Notice(
        EventKey key,
        String eventType,
        String resellerCode,
        String firstName,
        String lastName,
        String email,
        String companyName,
        MspTime transactionTime,
        String eventCreatedBy,
        Boolean eventByStaffUser,
        Set<String> ambiguities,
        boolean readable) {

    static Notice of(Reading event) {
        var fields = new Fields(event.json());
        var type = fields.required().name("event_type");
        var resellerCode = fields.required().text("reseller_code");
        var firstName = fields.text("first_name");
        var lastName = fields.text("last_name");
        var email = fields.text("email");
        var companyName = fields.text("company_name");
        var time = Optional.ofNullable(fields.text("transaction_timestamp")).flatMap(MspTime::read);
        var createdBy = fields.text("event_created_by");
        var byStaff = fields.flag("is_event_by_staff_user");
        var readable = time.isPresent() && fields.complaint().isEmpty() && !event.repeatsAnywhere();
        return new Notice(key(event), type, resellerCode, firstName, lastName, email, companyName, time.orElse(null),
                createdBy, byStaff, ambiguities(type, event), readable);
    }

    private static EventKey key(Reading event) {
        return new EventKey(Product.MSP, null, Meaning.digest(event, Set.of()));
    }

    private static Set<String> ambiguities(String type, Reading event) {
        return type == null || event.repeatedKeys().contains("event_type") ? Set.of("event_type") : Set.of();
    }
}
