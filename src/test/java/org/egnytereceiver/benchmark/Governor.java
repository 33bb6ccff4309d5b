package org.egnytereceiver.benchmark;

import java.util.function.Consumer;

/**
 * Finds the rate that can be held: sends a little more each second while nothing waits, and less than is published
 * while something waits for long.
 */
final class Governor implements Consumer<Backlog> {

    private static final int UNTOUCHED = 2;

    private final Pace.Steady pace;
    private final double ceiling;
    private final int events;
    private final Subscription subscription;
    private long published;
    private long lookedAt;
    private int looks;

    /**
     * @param ceiling deliveries a second that the receiver takes at most
     * @param events  of each delivery
     */
    Governor(Pace.Steady pace, double ceiling, int events, Subscription subscription) {
        this.pace = pace;
        this.ceiling = ceiling;
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
            pace.change(Math.min(ceiling, Math.max(1, next(backlog.oldestSeconds(), perSecond))));
        }
    }

    /** Messages come in lumps, so a second without any says little. */
    private double next(long oldestSeconds, double published) {
        var present = pace.perSecond();
        if (oldestSeconds <= 2) {
            return present * (1.15 - 0.1 * oldestSeconds);
        }
        var worked = Math.min(present, Math.max(published, present / 2));
        return worked * (oldestSeconds <= 4 ? 0.8 : 0.5);
    }
}
