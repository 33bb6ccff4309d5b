package org.egnytereceiver.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Answers go first: while deliveries come to a machine that is half full, what can be done later takes no more than half
 * of the processors, and in a burst it gives way. It never gives way altogether: it goes on step by step, with the longest
 * pause between two of them (see ADR 0016).
 */
@ApplicationScoped
public class Precedence {

    private static final Logger LOG = System.getLogger(Precedence.class.getName());

    /** Share of the processors in use, by whatever process. */
    private static final double HALF_FULL = 0.5;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** So many deliveries that are being stored at once, or wait for that, are a burst. */
    private static final double CROWD = Math.min(64, 5.0 * PROCESSORS);

    /** Deliveries that come evenly come in lumps as well, for some fifths of a second. */
    private static final double MEMORY_NANOS = Duration.ofSeconds(1).toNanos();

    /** What lasts longer is the rule, whether or not there are moments in it that are none: they count for as long. */
    private static final Duration LONGEST_BURST = Duration.ofMinutes(5);

    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();
    private static final long RECENT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_MILLIS = 20;

    /** A spell that is over for so long is told of; a shorter break is part of it. */
    private static final long SPELL_NANOS = Duration.ofSeconds(10).toNanos();

    private final DoubleSupplier platform;
    private final Duration longestBurst;
    private final Semaphore places = new Semaphore(Math.max(1, PROCESSORS / 2));
    private final LongAdder storingNanos = new LongAdder();
    private volatile long lastDelivery = System.nanoTime() - RECENT_NANOS;
    private long lookedAt = System.nanoTime() - LOOK_NANOS;
    private double load;
    private double atOnce;
    private boolean crowded;
    private long burstNanos;
    private long gaveWayAt;
    private boolean inSpell;

    public Precedence() {
        this(Precedence::processorsInUse, LONGEST_BURST);
    }

    /** @param platform tells which share of the processors is in use, from 0 to 1 */
    Precedence(DoubleSupplier platform, Duration longestBurst) {
        this.platform = platform;
        this.longestBurst = longestBurst;
    }

    /** A delivery is under way. */
    public void claim() {
        lastDelivery = System.nanoTime();
    }

    /** A delivery was being stored for so long, or waited for that. */
    public void stored(long nanos) {
        storingNanos.add(nanos);
    }

    /**
     * Takes a place among the few that may do at once what can be done later, while the machine is half full. Who has
     * one may be slow for what is not the processors' fault, so after the longest pause it goes without.
     */
    public Place place(Duration longestPause) throws InterruptedException {
        var isTaken = isClaimed() && inUse() >= HALF_FULL
                && places.tryAcquire(longestPause.toNanos(), TimeUnit.NANOSECONDS);
        return isTaken ? places::release : () -> { };
    }

    /**
     * Returns when no burst fills the machine, or after the longest pause. Every kind of work waits for itself.
     *
     * @return whether there is room; if not, the pause is over nevertheless
     */
    public boolean giveWay(Duration longestPause) throws InterruptedException {
        var since = System.nanoTime();
        var isFull = isBurst();
        while (isFull && System.nanoTime() - since < longestPause.toNanos()) {
            noteSpell();
            Thread.sleep(PAUSE_MILLIS);
            isFull = isBurst();
        }
        noteEndOfSpell();
        return !isFull;
    }

    /** To be left once. */
    @FunctionalInterface
    public interface Place {

        void leave();
    }

    boolean isBurst() {
        return isClaimed() && inUse() >= HALF_FULL && isCrowded();
    }

    private boolean isClaimed() {
        return System.nanoTime() - lastDelivery < RECENT_NANOS;
    }

    private synchronized double inUse() {
        look();
        return load;
    }

    private synchronized boolean isCrowded() {
        look();
        return crowded;
    }

    /** The platform tells the load since it was asked before, which must not be just now. */
    private void look() {
        var now = System.nanoTime();
        if (now - lookedAt >= LOOK_NANOS) {
            load = platform.getAsDouble();
            var present = (double) storingNanos.sumThenReset() / (now - lookedAt);
            atOnce += (present - atOnce) * Math.min(1, (now - lookedAt) / MEMORY_NANOS);
            crowded = atOnce >= CROWD && burstNanos < longestBurst.toNanos();
            burstNanos += atOnce >= CROWD ? now - lookedAt : lookedAt - now;
            burstNanos = Math.max(0, Math.min(longestBurst.toNanos(), burstNanos));
            lookedAt = now;
        }
    }

    /** By name, since the type of this bean is not part of every platform. A platform that does not know it has room. */
    private static double processorsInUse() {
        try {
            return (Double) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "CpuLoad");
        } catch (JMException unknown) {
            return 0;
        }
    }

    private synchronized void noteSpell() {
        gaveWayAt = System.nanoTime();
        if (!inSpell) {
            inSpell = true;
            LOG.log(Level.INFO, "EGR-6005 Deliveries need the machine: work gives way to them.");
        }
    }

    private synchronized void noteEndOfSpell() {
        if (inSpell && System.nanoTime() - gaveWayAt > SPELL_NANOS) {
            inSpell = false;
            LOG.log(Level.INFO, "EGR-6006 Deliveries leave room again: work goes on.");
        }
    }
}
