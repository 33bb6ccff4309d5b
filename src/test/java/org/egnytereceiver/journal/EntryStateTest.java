package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.journal.EntryState.DEAD;
import static org.egnytereceiver.journal.EntryState.PROCESSED;
import static org.egnytereceiver.journal.EntryState.RETRYING;
import static org.egnytereceiver.journal.EntryState.WAITING;

import org.junit.jupiter.api.Test;

class EntryStateTest {

    @Test
    void whatIsOpenIsWorkedOrFails() {
        assertThat(WAITING.successors()).contains(PROCESSED, RETRYING, DEAD);
        assertThat(RETRYING.successors()).contains(PROCESSED, RETRYING, DEAD);
    }

    @Test
    void whatIsDoneOrDeadComesBackByAReplayOnly() {
        assertThat(PROCESSED.successors()).containsExactly(WAITING);
        assertThat(DEAD.successors()).containsExactly(WAITING);
    }

    @Test
    void everyStateIsReplayed() {
        assertThat(WAITING.predecessors()).containsExactly("WAITING", "PROCESSED", "RETRYING", "DEAD");
        assertThat(PROCESSED.predecessors()).containsExactly("WAITING", "RETRYING");
    }
}
