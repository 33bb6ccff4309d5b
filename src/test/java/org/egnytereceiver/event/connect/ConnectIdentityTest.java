package org.egnytereceiver.event.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.without;

import jakarta.json.Json;
import java.util.regex.Matcher;
import org.egnytereceiver.event.Events;
import org.egnytereceiver.support.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectIdentityTest {

    private static final String FILE = Fixtures.connect(ConnectEventType.FILE_ADDED);

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}", "[]", "true", "\"a\\u0000b\"", "\"a\\ud800\"", "\"\\udc00\\ud800\""})
    void withoutAReadableIdThereIsNoIdentity(String literal) {
        assertThat(Events.violations(Events.connect(with(FILE, "eventId", literal)))).isNotEmpty()
                .allMatch("eventId"::equals);
        assertThat(Events.violations(Events.connect(without(FILE, "eventId")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}", "5", "\"a\\u0000b\"", "\"\\ud800\""})
    void withoutAReadableDomainThereIsNoIdentity(String literal) {
        assertThat(Events.violations(Events.connect(with(FILE, "domain", literal)))).isNotEmpty();
        assertThat(Events.violations(Events.connect(without(FILE, "domain")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"eventType\": \"fs:add_file\"}", "{\"eventType\": \"user:created\"}"})
    void nothingIsForgivenForTheRest(String text) {
        assertThat(Events.violations(Events.connect(text))).hasSize(2);
    }

    @Test
    void anIdentityHasAtMost1000Characters() {
        var longest = "x".repeat(1000);

        assertThat(Events.violations(Events.connect(with(FILE, "eventId", '"' + longest + '"')))).isEmpty();
        assertThat(Events.violations(Events.connect(with(FILE, "eventId", '"' + longest + "x\"")))).hasSize(1);
        assertThat(Events.violations(Events.connect(with(FILE, "domain", '"' + longest + '"')))).isEmpty();
        assertThat(Events.violations(Events.connect(with(FILE, "domain", '"' + longest + "x\"")))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"42|42", "1e3|1e3", "1.0|1.0", "-0|-0",
        "1e99999999999|1e99999999999", "123456789012345678901234567890|123456789012345678901234567890"})
    void aNumericIdCountsAsItsText(String literal, String id) {
        var event = Events.connect(with(FILE, "eventId", literal));

        assertThat(event.key().eventId()).isEqualTo(id);
        assertThat(Events.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" A1 ", "ÄÖ", "a1", "\uD83D\uDE00", "line\nbreak"})
    void identityIsKeptAsSent(String id) {
        var literal = Json.createValue(id).toString();
        var event = Events.connect(with(with(FILE, "eventId", literal), "domain", literal));

        assertThat(event.key().eventId()).isEqualTo(id);
        assertThat(event.key().domain()).isEqualTo(id);
        assertThat(Events.violations(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventId", "domain", "timestamp", "user", "actionSource", "webhookId", "eventType",
        "customProperties", "data"})
    void aKeyOfTheEnvelopeTwiceIsNoIdentity(String key) {
        var value = Fixtures.json(FILE).get(key);
        var twice = FILE.replaceFirst("\\{", Matcher.quoteReplacement("{\"" + key + "\":" + value + ","));

        assertThat(Events.violations(Events.connect(twice))).containsExactly(key);
    }

    @Test
    void theFixtureWithItsIdTwiceHasNoIdentity() {
        var event = Events.connect(Fixtures.connect(ConnectEventType.FILE_ADDED, "with-the-event-id-twice"));

        assertThat(Events.violations(event)).containsExactly("eventId");
    }

    @Test
    void aForeignKeyTwiceIsNoMatterOfIdentity() {
        var event = Events.connect(FILE.replaceFirst("\\{", "{\"future\": 1, \"future\": 2,"));

        assertThat(Events.violations(event)).isEmpty();
        assertThat(event.readable()).isTrue();
    }
}
