package org.egnytereceiver.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Receivers with the database and the broker they work on, all of them running. */
interface Estate {

    String name();

    List<Node> nodes();

    /** What may be killed, in the order in which it can be started again. */
    List<Breakable> breakables();

    /** A broker client's way to the topic. */
    Subscriber subscriber();

    /** To be asked for when the nodes have stopped. */
    Connection database() throws SQLException;

    /** Ends what still runs. */
    void stop();
}
