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

    /** The one subscriber of the topic, from the start to the end. */
    Subscriber subscriber();

    /** To be asked for when the nodes have stopped. */
    Connection database() throws SQLException;

    /** Ends what still runs. */
    void stop();
}
