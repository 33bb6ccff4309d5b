package org.egnytereceiver.accounts;

import org.egnytereceiver.database.OnPostgreSql;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgreSql.class)
class AccountsOnPostgreSqlTest extends AccountsContract {
}
