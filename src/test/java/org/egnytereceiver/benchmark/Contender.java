package org.egnytereceiver.benchmark;

import java.net.URI;
import java.sql.SQLException;

/** One of the two that are compared. */
interface Contender {

    String title();

    Server server();

    /** Number of events that are in the database. */
    long stored() throws SQLException;

    /** Number of elements that are in the database and are no events. */
    long quarantined() throws SQLException;

    default URI entrance() {
        return server().entrance();
    }

    default String secret() {
        return Server.SECRET;
    }
}
