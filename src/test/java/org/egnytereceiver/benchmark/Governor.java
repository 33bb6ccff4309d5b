package org.egnytereceiver.benchmark;

import java.util.function.Consumer;

/**
 * Finds the rate that can be held: sends a little more than was published in the last second while nothing waits long,
 * and less when something does.
 */
final class Governor implements Consumer<Backlog> {

    private static final int UNTOUCHED = 2;

    private final Pace.Steady pace;
    private final int events;
    private final Subscription subscription;
    private long published;
    private long lookedAt;
    private int looks;

    /** @param events of each delivery */
    Governor(Pace.Steady pace, int events, Subscription subscription) {
        this.pace = pace;
        this.events = events;
        this.subscription = subscription;
    }

    @Override
    public void accept(Backlog backlog) {
        var now = System.nanoTime();
        var count = subscription.published();
        var perSecond = (count - published) / ((now - lookedAt) / 1e9) / events;
        published = count;
        lookedAt = now;
        looks++;
        if (looks > UNTOUCHED) {
            pace.change(Math.max(1, perSecond * share(backlog.oldestSeconds())));
        }
    }

    private static double share(long oldestSeconds) {
        if (oldestSeconds == 0) {
            return 1.2;
        }
        if (oldestSeconds <= 2) {
            return oldestSeconds == 1 ? 1.05 : 0.95;
        }
        return oldestSeconds <= 4 ? 0.7 : 0.3;
    }
}
