package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Receiver.failures;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.fileAdded;
import static org.egnytereceiver.system.Samples.fileMoved;
import static org.egnytereceiver.system.Samples.freshDomain;
import static org.egnytereceiver.system.Samples.freshId;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What handlers do that hang. They all hang at the same time, so that nobody waits for one after the other. */
@TestInstance(Lifecycle.PER_CLASS)
class HangingHandlersIT extends SystemTest {

    private final String domain = freshDomain();
    private final String several = freshDomain();
    private final String cutOff = freshId();
    private final String placid = freshId();
    private final String deaf = freshId();

    @BeforeAll
    void deliver() {
        receiver.deliver(array(fileAdded(domain, "before"), hanging(cutOff, "cut-off"))).counts(2, 2, 0, 0);
        receiver.deliver(array(hanging(placid, "placid"))).counts(1, 1, 0, 0);
        receiver.deliver(array(hanging(deaf, "deaf"), fileAdded(domain, "behind"))).counts(2, 2, 0, 0);
        receiver.deliver(array(IntStream.range(0, 6).mapToObj(i -> i % 2 == 0 ? fileAdded(several, "good-" + i)
                : fileMoved(several, "bad-" + i, "/Shared/hanging/" + i + ".pdf")).toList())).counts(6, 6, 0, 0);
    }

    @Test
    void oneIsCutOffAndCountsAsFailed() {
        Awaiting.untilItIs("PROCESSED", receiver, domain, "before");
        receiver.deliver(array(fileAdded(domain, "later"))).counts(1, 1, 0, 0);
        Awaiting.untilItIs("PROCESSED", receiver, domain, "later");

        assertThat(failures(Awaiting.untilItIs("DEAD", receiver, domain, cutOff))).hasSize(3)
                .allMatch(reason -> reason.equals("CutOff: not done within PT2S"));
        assertThat(receiver.movedFiles(cutOff)).isEmpty();
    }

    @Test
    void oneThatIsCutOffAndReturnsAllTheSameHasFailed() {
        assertThat(failures(Awaiting.untilItIs("DEAD", receiver, domain, placid))).hasSize(3);
        assertThat(receiver.movedFiles(placid)).isEmpty();
    }

    @Test
    void severalDoNotUndoTheOthersForEver() {
        Awaiting.untilAllAreProcessed(receiver, several, 3);
        IntStream.of(1, 3, 5).forEach(i -> Awaiting.untilItIs("DEAD", receiver, several, "bad-" + i));
    }

    @Test
    void oneThatKeepsItsThreadIsNotTriedAgain() {
        Awaiting.untilItIs("PROCESSED", receiver, domain, "behind");

        var dead = Awaiting.untilItIs("DEAD", receiver, domain, deaf);
        assertThat(dead.getInt("attempts")).isEqualTo(1);
        assertThat(failures(dead)).containsExactly(
                "CutOff: not done within PT2S, and its handler keeps the thread: it is not tried again");
        assertThat(receiver.movedFiles(deaf)).isEmpty();
    }

    private String hanging(String eventId, String file) {
        return fileMoved(domain, eventId, "/Shared/hanging/" + file + ".pdf");
    }
}
