package org.egnytereceiver.benchmark;

/** How many events a delivery has, and on how many connections such deliveries come at the same time. */
public enum Shape {

    SINGLES("singles", 1, 16),
    FIFTIES("batches of 50", 50, 16),
    THOUSANDS("batches of 1000", 1_000, 4);

    private final String title;
    private final int events;
    private final int connections;

    Shape(String title, int events, int connections) {
        this.title = title;
        this.events = events;
        this.connections = connections;
    }

    String title() {
        return title;
    }

    int events() {
        return events;
    }

    int connections() {
        return Integer.getInteger("benchmark.connections", connections);
    }
}
