package org.egnytereceiver.accounts;

import org.egnytereceiver.database.OnH2;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnH2.class)
class AccountsOnH2Test extends AccountsContract {
}
