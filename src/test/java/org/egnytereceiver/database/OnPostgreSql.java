package org.egnytereceiver.database;

/** The tests of a class run on a real PostgreSQL. */
public final class OnPostgreSql extends DatabaseOfTheRun {

    @Override
    RealDatabase started() {
        return RealDatabase.postgreSql();
    }
}
