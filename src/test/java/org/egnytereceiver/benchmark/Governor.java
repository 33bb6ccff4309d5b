package org.egnytereceiver.benchmark;

import java.util.function.Consumer;

/**
 * Finds the rate at which nothing waits for long: more and more is sent until something does, little until that is worked,
 * and never again as much. Asked about once a second.
 */
final class Governor implements Consumer<Backlog> {

    private static final long LONG_SECONDS = 2;

    /** What is too much shows after some seconds, in which more was sent each second. */
    private static final double QUICKLY = 1.08;
    private static final double SLOWLY = 1.02;
    private static final double NOT_AS_MUCH = 0.9;
    private static final double LITTLE = 0.25;

    private final Pace.Steady pace;
    private double ceiling;
    private double step = QUICKLY;
    private boolean isWorkingOff;

    /** @param ceiling deliveries a second that are never exceeded */
    Governor(Pace.Steady pace, double ceiling) {
        this.pace = pace;
        this.ceiling = ceiling;
    }

    @Override
    public synchronized void accept(Backlog backlog) {
        if (backlog.oldestSeconds() <= LONG_SECONDS) {
            pace.change(isWorkingOff ? NOT_AS_MUCH * ceiling : Math.min(ceiling, pace.perSecond() * step));
            isWorkingOff = false;
        } else if (!isWorkingOff) {
            isWorkingOff = true;
            step = SLOWLY;
            ceiling = NOT_AS_MUCH * pace.perSecond();
            pace.change(LITTLE * ceiling);
        }
    }

    /** @return deliveries a second that can be held, as far as is known now */
    synchronized double found() {
        return isWorkingOff ? ceiling : pace.perSecond();
    }
}
