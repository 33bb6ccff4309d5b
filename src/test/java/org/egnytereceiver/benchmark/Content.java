package org.egnytereceiver.benchmark;

/** What the deliveries of a scenario hold, and what has to be answered to each. */
enum Content {

    NEW("new"),
    RESENT("sent again"),
    POISONED("one poisoned");

    private final String title;

    Content(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A delivery of nothing but poison would say nothing about its neighbours. */
    boolean isPossible(Shape shape) {
        return this != POISONED || shape.events() > 1;
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
