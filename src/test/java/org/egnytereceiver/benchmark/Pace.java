package org.egnytereceiver.benchmark;

import java.util.concurrent.locks.LockSupport;

/** When the next delivery is to be sent, in nanoseconds of the system's timer. */
interface Pace {

    /**
     * Returns when that moment has come, or at once when it is not before the end.
     *
     * @return the moment, which has passed already when no connection was free to ask for it
     */
    long next(long end);

    /** The closed model: a connection sends as soon as it is answered. */
    static Pace backToBack() {
        return end -> System.nanoTime();
    }

    /** The open model: deliveries come whether the ones before were answered or not, as they do from Egnyte. */
    static Steady steady(double perSecond) {
        return new Steady(perSecond);
    }

    /**
     * A rate that can be changed on the way. One connection waits for the moment while the others wait for it, so that
     * a change counts from the next delivery on. The first one is due when it is asked for.
     */
    final class Steady implements Pace {

        private volatile double perSecond;
        private double due = Double.NaN;

        private Steady(double perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public synchronized long next(long end) {
            due = Double.isNaN(due) ? System.nanoTime() : due + 1e9 / perSecond;
            var moment = (long) due;
            if (moment < end) {
                awaitMoment(moment);
            }
            return moment;
        }

        double perSecond() {
            return perSecond;
        }

        void change(double perSecond) {
            this.perSecond = perSecond;
        }

        private static void awaitMoment(long moment) {
            for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
