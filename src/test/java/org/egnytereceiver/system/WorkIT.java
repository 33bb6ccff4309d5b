package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.support.Fixtures.withData;
import static org.egnytereceiver.system.Receiver.failures;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.filesAdded;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;
import static org.egnytereceiver.system.Samples.quoted;

import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What handlers see, and what their failures do. */
class WorkIT extends SystemTest {

    private final String domain = freshDomain();
    private final String id = freshId();

    @Test
    void aHandlerWritesWhatItWasWrittenFor() {
        receiver.deliver(array(fileAdded(domain, freshId()), moved(id, "/Shared/new home.pdf"))).counts(2, 2, 0, 0);

        Awaiting.untilAllAreProcessed(receiver, domain, 2);

        assertThat(receiver.movedFiles(id)).containsExactly("/Shared/new home.pdf");
    }

    @Test
    void whatComesAgainIsNotWorkedAgain() {
        var moved = moved(id, "/Shared/again.pdf");

        receiver.deliver(array(moved, moved)).counts(2, 1, 1, 0);
        Awaiting.untilAllAreProcessed(receiver, domain, 1);
        receiver.deliver(array(moved)).counts(1, 0, 1, 0);
        receiver.deliver(array(fileAdded(domain, "marker"))).counts(1, 1, 0, 0);
        Awaiting.untilAllAreProcessed(receiver, domain, 2);

        assertThat(receiver.movedFiles(id)).hasSize(1);
        assertThat(receiver.eventOf(domain, id).getInt("attempts")).isEqualTo(1);
    }

    @Test
    void anEventWhoseHandlerKeepsFailingIsRetriedAndThenDead() {
        var states = new HashSet<String>();

        receiver.deliver(array(moved(id, "/Shared/poison/a.pdf"))).counts(1, 1, 0, 0);
        Awaiting.until(id + " dead", () -> {
            states.add(receiver.eventOf(domain, id).getString("state"));
            assertThat(states).contains("DEAD");
        });

        assertThat(states).contains("RETRYING").doesNotContain("PROCESSED");
        var dead = receiver.eventOf(domain, id);
        assertThat(dead.getInt("attempts")).isEqualTo(3);
        assertThat(failures(dead)).hasSize(3).allMatch(reason -> reason.contains("The folder is poisoned."));
        assertThat(receiver.movedFiles(id)).isEmpty();
        assertThat(receiver.events(Map.of("domain", domain, "state", "DEAD"))).hasSize(1);
    }

    @Test
    void theDeadAreCounted() {
        var before = receiver.stats().getInt("dead");

        receiver.deliver(array(moved(id, "/Shared/poison/b.pdf"))).counts(1, 1, 0, 0);
        Awaiting.untilItIs("DEAD", receiver, domain, id);

        assertThat(receiver.stats().getInt("dead")).isEqualTo(before + 1);
    }

    @Test
    void theDeadAreNotPublished() {
        try (var subscription = Subscription.to("egnyteDomain = '" + domain + "'")) {
            receiver.deliver(array(moved(id, "/Shared/poison/c.pdf"))).counts(1, 1, 0, 0);
            Awaiting.untilItIs("DEAD", receiver, domain, id);
            receiver.deliver(array(fileAdded(domain, "marker"))).counts(1, 1, 0, 0);
            Awaiting.until("the marker", () -> assertThat(subscription.messages()).isNotEmpty());

            assertThat(subscription.messages()).hasSize(1);
        }
    }

    @Test
    void aHandlerThatFailsForOneDoesNotHoldUpOthers() {
        var poisoned = withData(fileAdded(domain, "poisoned"), "targetPath", quoted("/Shared/poison/d.pdf"));
        var good = filesAdded(domain, 200);

        receiver.deliver(array(IntStream.rangeClosed(0, 200)
                .mapToObj(i -> i == 100 ? poisoned : good.get(i < 100 ? i : i - 1)).toList()))
                .counts(201, 201, 0, 0);

        Awaiting.untilAllAreProcessed(receiver, domain, 200);
        assertThat(failures(Awaiting.untilItIs("DEAD", receiver, domain, "poisoned"))).hasSize(3);
        assertThat(receiver.events(Map.of("domain", domain, "state", "PROCESSED"))).hasSize(200);
    }

    @Test
    void whatAHandlerWroteBeforeAFailureTakesEffectOnce() {
        receiver.deliver(array(moved(id, "/Shared/poison-2/e.pdf"))).counts(1, 1, 0, 0);

        var processed = Awaiting.untilItIs("PROCESSED", receiver, domain, id);

        assertThat(receiver.movedFiles(id)).containsExactly("/Shared/poison-2/e.pdf");
        assertThat(failures(processed)).isNotEmpty();
        assertThat(processed.getInt("attempts")).isEqualTo(3);
        assertThat(receiver.stats().getInt("oldestWaitingSeconds")).isNotNegative();
    }

    @Test
    void whatTheDatabaseRefusesIsAFailureOfItsEventOnly() {
        receiver.deliver(array(moved(id, "/Shared/refused/f.pdf"), moved(id + "-good", "/Shared/g.pdf")))
                .counts(2, 2, 0, 0);

        Awaiting.untilItIs("PROCESSED", receiver, domain, id + "-good");
        assertThat(failures(Awaiting.untilItIs("DEAD", receiver, domain, id))).hasSize(3);
        assertThat(receiver.movedFiles(id)).isEmpty();
        assertThat(receiver.movedFiles(id + "-good")).hasSize(1);
    }

    private String moved(String eventId, String target) {
        return Samples.fileMoved(domain, eventId, target);
    }
}
