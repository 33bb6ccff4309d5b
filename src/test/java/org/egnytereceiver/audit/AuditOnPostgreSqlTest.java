package org.egnytereceiver.audit;

import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class AuditOnPostgreSqlTest extends AuditContract {
}
