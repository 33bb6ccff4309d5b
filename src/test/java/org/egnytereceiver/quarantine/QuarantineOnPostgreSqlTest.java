package org.egnytereceiver.quarantine;

import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class QuarantineOnPostgreSqlTest extends QuarantineContract {
}
