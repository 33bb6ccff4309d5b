package org.egnytereceiver.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.egnytereceiver.journal.Progress;

/**
 * Events that the sweeper offered together.
 *
 * @param ids       their journal numbers
 * @param offeredAt when that was
 */
record Portion(List<Long> ids, Instant offeredAt) {

    static final Portion NONE = new Portion(List.of(), Instant.EPOCH);

    /** Portions up to this size may be offered again at any time: that costs next to nothing. */
    private static final int SMALL = 1_000;

    private static final int SAMPLE = 100;
    private static final int MOST_OF_THE_SAMPLE_LEFT = 40;

    /** @return whether the workers have enough of it left; a sample tells */
    boolean isEnough(Progress progress, Instant now, Duration patience) {
        return ids.size() > SMALL && now.isBefore(offeredAt.plus(patience))
                && progress.open(sample()) > MOST_OF_THE_SAMPLE_LEFT;
    }

    long last() {
        return ids.get(ids.size() - 1);
    }

    private List<Long> sample() {
        return IntStream.range(0, SAMPLE).mapToObj(i -> ids.get((int) ((long) i * ids.size() / SAMPLE))).toList();
    }
}
