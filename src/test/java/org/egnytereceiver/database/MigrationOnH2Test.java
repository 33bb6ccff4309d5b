package org.egnytereceiver.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class MigrationOnH2Test implements MigrationContract {

    @TempDir
    Path directory;

    @Override
    public DataSource database() {
        return RealDatabase.h2Source(directory);
    }

    @Override
    public Database kind() {
        return Database.H2;
    }
}
