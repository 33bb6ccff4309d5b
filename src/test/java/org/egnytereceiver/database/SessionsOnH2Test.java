package org.egnytereceiver.database;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnH2.class)
class SessionsOnH2Test extends SessionsContract {
}
