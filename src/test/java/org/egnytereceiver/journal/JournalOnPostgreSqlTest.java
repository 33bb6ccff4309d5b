package org.egnytereceiver.journal;

import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class JournalOnPostgreSqlTest extends JournalContract {
}
