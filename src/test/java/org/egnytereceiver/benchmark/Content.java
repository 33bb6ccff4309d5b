package org.egnytereceiver.benchmark;

/** What the deliveries of a scenario hold, and what has to be answered to each. */
enum Content {

    NEW("all new"),
    RESENT("all sent before"),
    POISONED("one without an id");

    private final String title;

    Content(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    int stored(Shape shape) {
        return switch (this) {
            case NEW -> shape.events();
            case RESENT -> 0;
            case POISONED -> shape.events() - 1;
        };
    }

    int duplicates(Shape shape) {
        return this == RESENT ? shape.events() : 0;
    }

    int quarantined() {
        return this == POISONED ? 1 : 0;
    }

    /** The one right body of an answer. */
    String receipt(Shape shape) {
        return "{\"received\":%d,\"stored\":%d,\"duplicates\":%d,\"quarantined\":%d}"
                .formatted(shape.events(), stored(shape), duplicates(shape), quarantined());
    }
}
