package org.egnytereceiver.benchmark;

import java.util.concurrent.atomic.AtomicLong;

/** Deliveries of one shape in the order of their numbers, which can be sent again. */
final class Series {

    private static final AtomicLong COUNT = new AtomicLong();

    private final int id = (int) COUNT.incrementAndGet();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    int id() {
        return id;
    }

    long next() {
        return next.getAndIncrement();
    }

    /** The numbers that were given out, from the first to the last, round and round. */
    long again() {
        return again.getAndIncrement() % next.get();
    }

    boolean isEmpty() {
        return next.get() == 0;
    }
}
