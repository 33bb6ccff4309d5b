package org.egnytereceiver.quarantine;

import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class ReleaseOnPostgreSqlTest extends ReleaseContract {
}
