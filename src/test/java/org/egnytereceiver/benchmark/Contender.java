package org.egnytereceiver.benchmark;

import java.net.URI;

/** One of the two that are compared. */
interface Contender {

    String title();

    Server server();

    /** Number of events that are in the database. */
    long stored();

    /** Number of elements that are in the database and are no events. */
    long quarantined();

    default URI entrance() {
        return server().entrance();
    }

    default String secret() {
        return Server.SECRET;
    }
}
