package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.json;
import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.support.Fixtures.without;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import jakarta.json.JsonObject;
import org.egnytereceiver.event.msp.MspEventType;
import org.junit.jupiter.api.Test;

/** What becomes of events that come again. */
class DuplicatesIT extends SystemTest {

    private final String domain = freshDomain();
    private final String event = fileAdded(domain, "1");
    private final Moment before = Moment.now(receiver);
    private final JsonObject figures = receiver.stats();

    @Test
    void anEventThatComesAgainIsADuplicate() {
        receiver.deliver(array(event)).counts(1, 1, 0, 0);
        receiver.deliver(array(event)).counts(1, 0, 1, 0);
        receiver.deliver(array(event, fileAdded(domain, "2"))).counts(2, 1, 1, 0);

        assertThat(receiver.eventOf(domain, "1").getInt("timesSeen")).isEqualTo(3);
        assertThat(receiver.eventOf(domain, "1").getJsonArray("history").getValuesAs(JsonObject.class))
                .extracting(note -> note.getString("kind")).contains("RECEIVED", "SEEN_AGAIN");
        assertNoConflict();
    }

    @Test
    void anEventTwiceInOneBodyIsStoredOnce() {
        receiver.deliver(array(event, fileAdded(domain, "2"), event, event)).counts(4, 2, 2, 0);
        receiver.deliver(array(event, event)).counts(2, 0, 2, 0);

        assertThat(receiver.eventOf(domain, "1").getInt("timesSeen")).isEqualTo(5);
        assertNoConflict();
    }

    @Test
    void orderOfKeysSpellingAndWebhookAreNoOtherContent() {
        receiver.deliver(array(event)).counts(1, 1, 0, 0);

        var turned = with(without(event, "domain"), "domain", '"' + domain + '"');
        receiver.deliver(array(turned)).counts(1, 0, 1, 0);
        receiver.deliver(array(with(event, "webhookId", "\"another\""))).counts(1, 0, 1, 0);
        receiver.deliver(array(without(event, "webhookId"))).counts(1, 0, 1, 0);
        receiver.deliver(array(event.replace("\":", "\" : ").replace("/Shared", "\\/\\u0053hared"))).counts(1, 0, 1, 0);

        assertNoConflict();
        assertThat(receiver.eventOf(domain, "1").getString("raw")).isEqualTo(event);
    }

    @Test
    void anotherContentIsAConflictAndTheFirstOneStays() {
        var other = withData(event, "targetPath", "\"/Shared/elsewhere.txt\"");

        receiver.deliver(array(event)).counts(1, 1, 0, 0);
        receiver.deliver(array(other)).counts(1, 0, 1, 0);

        assertThat(receiver.eventOf(domain, "1").getString("raw")).isEqualTo(event);
        assertConflict(other);
    }

    @Test
    void twoContentsInOneBodyAreAConflict() {
        var other = with(event, "timestamp", "1");

        receiver.deliver(array(event, other)).counts(2, 1, 1, 0);

        assertThat(receiver.eventOf(domain, "1").getString("raw")).isEqualTo(event);
        assertConflict(other);
    }

    @Test
    void aNoticeThatSaysTheSameIsADuplicate() {
        var notice = Samples.notice(MspEventType.USER_ADDED);
        var turned = with(without(notice, "event_type"), "event_type", "\"USER_ADDED\"");

        receiver.deliver("msp", notice).counts(1, 1, 0, 0);
        receiver.deliver("msp", json(notice).toString()).counts(1, 0, 1, 0);
        receiver.deliver("msp", turned).counts(1, 0, 1, 0);
        receiver.deliver("msp", array(notice, turned)).counts(2, 0, 2, 0);

        assertThat(before.events()).singleElement().satisfies(stored -> {
            assertThat(stored.getString("raw")).isEqualTo(notice);
            assertThat(stored.getInt("timesSeen")).isEqualTo(5);
        });
        assertNoConflict();
    }

    @Test
    void aNoticeThatSaysSomethingElseIsAnotherOne() {
        var notice = Samples.notice(MspEventType.USER_ADDED);

        receiver.deliver("msp", array(notice, with(notice, "user_name", "\"Somebody Else\""))).counts(2, 2, 0, 0);
    }

    private void assertNoConflict() {
        assertThat(before.quarantined()).isEmpty();
        assertThat(receiver.stats().getInt("conflicts")).isEqualTo(figures.getInt("conflicts"));
    }

    private void assertConflict(String raw) {
        assertThat(before.quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.getString("reason")).isEqualTo("conflict");
            assertThat(entry.getString("raw")).isEqualTo(raw);
        });
        assertThat(receiver.stats().getInt("conflicts")).isEqualTo(figures.getInt("conflicts") + 1);
        assertThat(receiver.stats().getInt("quarantined")).isEqualTo(figures.getInt("quarantined"));
    }
}
