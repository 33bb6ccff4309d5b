package org.egnytereceiver.benchmark;

import java.util.function.Consumer;

/**
 * Finds the rate at which nothing waits for long, and keeps to it: more and more is sent until something does, then little
 * until that is worked, then less than before and slowly more again, since what was too much may have been a moment in
 * which the machine was slow. Asked about once a second.
 */
final class Governor implements Consumer<Backlog> {

    private static final long LONG_SECONDS = 3;
    private static final long SHORT_SECONDS = 1;

    /** What is too much shows after some seconds, in which more was sent each second. */
    private static final double QUICKLY = 1.08;
    private static final double SLOWLY = 1.005;
    private static final double NOT_AS_MUCH = 0.9;
    private static final double LITTLE = 0.25;

    private final Pace.Steady pace;
    private final double most;
    private double found;
    private double step;
    private boolean isWorkingOff;

    private Governor(Pace.Steady pace, double most, double step) {
        this.pace = pace;
        this.most = most;
        this.found = pace.perSecond();
        this.step = step;
    }

    /** @param most deliveries a second that are never exceeded */
    static Governor searching(Pace.Steady pace, double most) {
        return new Governor(pace, most, QUICKLY);
    }

    /** Begins with a rate that was found. */
    static Governor holding(Pace.Steady pace, double most) {
        return new Governor(pace, most, SLOWLY);
    }

    @Override
    public synchronized void accept(Backlog backlog) {
        if (isWorkingOff) {
            isWorkingOff = backlog.oldestSeconds() > SHORT_SECONDS;
        } else if (backlog.oldestSeconds() > LONG_SECONDS) {
            isWorkingOff = true;
            step = SLOWLY;
            found = NOT_AS_MUCH * found;
        } else {
            found = Math.min(most, step * found);
        }
        pace.change(isWorkingOff ? LITTLE * found : found);
    }

    /** @return deliveries a second that can be held, as far as is known now */
    synchronized double found() {
        return found;
    }
}
