package org.egnytereceiver.work;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.egnytereceiver.journal.Lot;
import org.egnytereceiver.journal.Progress;
import org.egnytereceiver.lifecycle.Pause;

/**
 * Lots that the sweeper offered together.
 *
 * @param patience how long they may take to be worked, before they are offered again
 */
record Portion(List<Lot> lots, Pause patience) {

    static final Portion NONE = new Portion(List.of(), Pause.of(Duration.ZERO));

    /** Portions of so few events may be offered again at any time: that costs next to nothing. */
    private static final int SMALL = 1_000;

    private static final int SAMPLE = 100;
    private static final int MOST_OF_THE_SAMPLE_LEFT = 40;

    /** @return whether the workers have enough of it left; a sample tells */
    boolean isEnough(Progress progress) {
        return lots.stream().mapToInt(Lot::events).sum() > SMALL && !patience.isOver()
                && progress.open(sample()) > MOST_OF_THE_SAMPLE_LEFT;
    }

    long last() {
        return lots.get(lots.size() - 1).id();
    }

    private List<Long> sample() {
        return IntStream.range(0, SAMPLE).mapToObj(i -> lots.get((int) ((long) i * lots.size() / SAMPLE)).id()).toList();
    }
}
