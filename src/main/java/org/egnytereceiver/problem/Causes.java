package org.egnytereceiver.problem;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names a failure for the log without repeating what it says: messages of drivers and parsers quote payloads. */
public final class Causes {

    private static final int LONGEST_CHAIN = 8;

    private Causes() {
    }

    /** @return the kinds of the exception and its causes, outermost first, with the SQL state where there is one */
    public static String named(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .map(Causes::kind)
                .distinct()
                .collect(Collectors.joining(" < "));
    }

    private static String kind(Throwable cause) {
        var name = cause.getClass().getSimpleName();
        return cause instanceof SQLException sql ? name + "[" + sql.getSQLState() + "]" : name;
    }
}
