package org.egnytereceiver.event.msp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.event.msp.MspEventType.NFR_LINKED;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Meaning;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.event.msp.MspEvent.NfrLinked;
import org.egnytereceiver.event.msp.MspEvent.NfrPlan;
import org.egnytereceiver.event.msp.MspEvent.Unknown;
import org.egnytereceiver.event.msp.MspEvent.Unreadable;
import org.egnytereceiver.support.Fixtures;
import org.egnytereceiver.support.Spelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MspEventContractTest {

    private static final Set<String> COMMON = Set.of("event_type", "reseller_code", "first_name", "last_name", "email",
            "company_name", "transaction_timestamp", "event_created_by", "is_event_by_staff_user");

    @ParameterizedTest
    @EnumSource(MspEventType.class)
    void everyTypeIsReadFromItsFixture(MspEventType type) {
        var event = Events.msp(Fixtures.msp(type));

        assertThat(event).isNotInstanceOfAny(Unknown.class, Unreadable.class);
        assertThat(event.product()).isEqualTo(Product.MSP);
        assertThat(event.type()).isEqualTo(type.wireName());
        assertThat(event.family()).isEqualTo("msp");
        assertThat(event.known()).isTrue();
        assertThat(event.readable()).isTrue();
        assertThat(Events.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MspEventType.class)
    void everyCommonFieldArrives(MspEventType type) {
        var sent = Fixtures.json(Fixtures.msp(type));

        var notice = Events.msp(Fixtures.msp(type)).notice();

        assertThat(notice.eventType()).isEqualTo(sent.getString("event_type"));
        assertThat(notice.resellerCode()).isEqualTo(sent.getString("reseller_code"));
        assertThat(notice.firstName()).isEqualTo(sent.getString("first_name"));
        assertThat(notice.lastName()).isEqualTo(sent.getString("last_name"));
        assertThat(notice.email()).isEqualTo(sent.getString("email"));
        assertThat(notice.companyName()).isEqualTo(sent.getString("company_name"));
        assertThat(notice.transactionTime().instant())
                .isEqualTo(Instant.parse(sent.getString("transaction_timestamp").replace("+00:00", "Z")));
        assertThat(notice.eventCreatedBy()).isEqualTo(sent.getString("event_created_by"));
        assertThat(notice.eventByStaffUser()).isEqualTo(sent.getBoolean("is_event_by_staff_user"));
    }

    @ParameterizedTest
    @EnumSource(MspEventType.class)
    void everyOwnFieldArrives(MspEventType type) {
        var event = Events.msp(Fixtures.msp(type));

        var own = new HashMap<String, JsonValue>(Fixtures.json(Fixtures.msp(type)));
        own.keySet().removeAll(COMMON);

        assertThat(dataOf(event)).isEqualTo(own);
    }

    @Test
    void theDocumentedTypeIsReadInFull() {
        var event = (NfrLinked) Events.msp(Fixtures.msp(NFR_LINKED));

        assertThat(event.data()).isEqualTo(new NfrPlan("northwinditnfr", "MSP Advanced NFR", 10L, 1000L));
        assertThat(event.occurredAt()).contains(Instant.parse("2025-11-24T16:00:00.482913Z"));
        assertThat(event.user()).contains("Priya Nair");
        assertThat(event.path()).isEmpty();
        assertThat(event.webhookId()).isEmpty();
    }

    @Test
    void theIdentityIsTheDigestOfTheContent() {
        var text = Fixtures.msp(NFR_LINKED);

        assertThat(Events.msp(text).key()).isEqualTo(new EventKey(Product.MSP, null, Meaning.digest(text, Set.of())));
    }

    @Test
    void anUnknownFieldBelongsToTheIdentity() {
        var event = Events.msp(Fixtures.msp(NFR_LINKED, "with-unknown-field"));

        assertThat(event).isInstanceOf(NfrLinked.class);
        assertThat(event.readable()).isTrue();
        assertThat(event.key()).isNotEqualTo(Events.msp(Fixtures.msp(NFR_LINKED)).key());
    }

    @Test
    void anUnknownTypeIsAnEventLikeAnyOther() {
        var event = Events.msp(Fixtures.read("unknown/msp.json"));

        assertThat(event).isInstanceOf(Unknown.class);
        assertThat(event.type()).isEqualTo("RESELLER_MOVED_HOUSE");
        assertThat(event.family()).isEqualTo("msp");
        assertThat(event.known()).isFalse();
        assertThat(event.readable()).isTrue();
        assertThat(Events.violations(event)).isEmpty();
        assertThat(event.toString()).doesNotContain("Quay");
    }

    private static Map<String, JsonValue> dataOf(MspEvent event) {
        if (event.getClass().getRecordComponents().length == 1) {
            return Map.of();
        }
        var own = new HashMap<String, JsonValue>();
        var data = Spelled.component(event, "data");
        assertThat(Spelled.gaps(data)).isEmpty();
        JsonObject spelled = Spelled.json(data);
        spelled.forEach((name, value) -> own.put(inSnakeCase(name), value));
        return own;
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
