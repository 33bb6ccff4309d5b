package org.egnytereceiver.event.msp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.event.msp.MspEventType.*;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.without;

import java.time.Instant;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.event.msp.MspEvent.InvoicePaid;
import org.egnytereceiver.event.msp.MspEvent.Unknown;
import org.egnytereceiver.event.msp.MspEvent.Unreadable;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedMspEventTest {

    private static final String NFR = Fixtures.msp(NFR_LINKED);
    private static final String PAID = Fixtures.msp(INVOICE_PAID);

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"\"", "{}", "[]", "\"a\\u0000\"", "\"\\udfff\""})
    void withoutAUsableTypeThereIsNoIdentity(String literal) {
        var event = Events.msp(with(NFR, "event_type", literal));

        assertThat(event).isInstanceOf(Unknown.class).returns("unknown", MspEvent::type);
        assertThat(event.known()).isFalse();
        assertThat(event.readable()).isFalse();
        assertThat(Events.violations(event)).containsExactly("event_type");
    }

    @Test
    void anAbsentTypeIsNoIdentity() {
        var event = Events.msp(Fixtures.msp(NFR_LINKED, "without-event-type"));

        assertThat(Events.violations(event)).containsExactly("event_type");
    }

    @Test
    void aTypeTwiceIsNoIdentity() {
        var event = Events.msp(Fixtures.msp(NFR_LINKED, "with-event-type-twice"));

        assertThat(Events.violations(event)).containsExactly("event_type");
    }

    @Test
    void anotherKeyTwiceIsNotReadable() {
        var event = Events.msp(Fixtures.msp(NFR_LINKED, "with-a-key-twice"));

        assertThat(event).isInstanceOf(Unreadable.class);
        assertThat(event.known()).isTrue();
        assertThat(event.readable()).isFalse();
        assertThat(Events.violations(event)).isEmpty();
    }

    @Test
    void aKeyTwiceInAnUnknownTypeIsNotReadable() {
        var event = Events.msp(with(Fixtures.read("unknown/msp.json"), "future", "{\"a\": 1, \"a\": 2}"));

        assertThat(event).isInstanceOf(Unknown.class);
        assertThat(event.readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reseller_code", "first_name", "last_name", "email", "company_name",
        "transaction_timestamp", "event_created_by", "is_event_by_staff_user", "nfr_domain_name", "nfr_plan",
        "power_users", "storage"})
    void theDocumentedTypeNeedsAllItsFields(String field) {
        for (var event : new String[] {without(NFR, field), with(NFR, field, "null"), with(NFR, field, "{}")}) {
            assertThat(Events.msp(event)).returns(false, MspEvent::readable).returns(true, MspEvent::known);
            assertThat(Events.violations(Events.msp(event))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reseller_code", "transaction_timestamp"})
    void everyTypeNeedsWhoAndWhen(String field) {
        assertThat(Events.msp(without(PAID, field))).isInstanceOf(InvoicePaid.class)
                .returns(false, MspEvent::readable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_name", "event_created_by", "is_event_by_staff_user", "invoice_number", "amount"})
    void theOtherTypesDoWithoutTheRest(String field) {
        assertThat(Events.msp(without(PAID, field))).returns(true, MspEvent::readable);
    }

    @Test
    void aCommonFieldOfAWrongKindIsNotReadable() {
        assertThat(Events.msp(with(PAID, "first_name", "5"))).isInstanceOf(InvoicePaid.class)
                .returns(false, MspEvent::readable);
    }

    @Test
    void aNameWeOnlyGuessedAtMayMeanSomethingElse() {
        var event = (InvoicePaid) Events.msp(with(PAID, "amount", "{\"value\": 5}"));

        assertThat(event.readable()).isTrue();
        assertThat(event.data().amount()).isNull();
        assertThat(event.data().invoiceNumber()).isEqualTo("INV-000918");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "1764000000000", "{}", "\"\"", "\"2025-11-24\""})
    void aTimeThatIsNoneIsNotReadable(String literal) {
        var event = Events.msp(with(PAID, "transaction_timestamp", literal));

        assertThat(event.occurredAt()).isEmpty();
        assertThat(event.readable()).isFalse();
    }

    @Test
    void aMissingOffsetIsTakenForUtcAndMarked() {
        var event = Events.msp(Fixtures.msp(NFR_LINKED, "without-offset"));

        assertThat(event.readable()).isTrue();
        assertThat(event.notice().transactionTime())
                .isEqualTo(new MspTime(Instant.parse("2025-11-24T16:00:00.482913Z"), true));
    }
}
