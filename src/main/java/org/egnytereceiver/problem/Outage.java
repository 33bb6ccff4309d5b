package org.egnytereceiver.problem;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a database that is away, or cannot do anything at the moment, from one that refuses something. A pool without a free
 * connection is the same to us.
 */
public final class Outage {

    private static final int LONGEST_CHAIN = 20;

    /**
     * Connection lost or refused, resources exhausted (a full disk among them), shut down or starting, failed input and
     * output, a transaction that took too long for the server (PostgreSQL, appendix A); and read-only, which an
     * administrator or a failover makes it for a time. The last ones are H2's: general error, connection broken, database
     * closed, file not writable.
     */
    private static final List<String> STATES = List.of("08", "53", "57P", "58", "25P03", "25P04", "25006",
            "HY000", "90067", "90098", "90121", "90028", "90031", "90097");

    private Outage() {
    }

    /** @return whether the database did not serve, whatever it was asked for */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(Outage::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof ResourceException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLException sql && sql.getSQLState() != null
                        && STATES.stream().anyMatch(sql.getSQLState()::startsWith);
    }
}
