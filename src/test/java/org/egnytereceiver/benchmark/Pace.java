package org.egnytereceiver.benchmark;

/** When the next delivery is to be sent, in nanoseconds of the system's timer. */
interface Pace {

    long next();

    /** The closed model: a connection sends as soon as it is answered. */
    static Pace backToBack() {
        return System::nanoTime;
    }

    /** The open model: deliveries come whether the ones before were answered or not, as they do from Egnyte. */
    static Steady steady(double perSecond) {
        return new Steady(perSecond);
    }

    /** A rate that can be changed on the way. The first delivery is due when it is asked for. */
    final class Steady implements Pace {

        private volatile double perSecond;
        private double due = Double.NaN;

        private Steady(double perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public synchronized long next() {
            due = Double.isNaN(due) ? System.nanoTime() : due + 1e9 / perSecond;
            return (long) due;
        }

        void change(double perSecond) {
            this.perSecond = perSecond;
        }
    }
}
