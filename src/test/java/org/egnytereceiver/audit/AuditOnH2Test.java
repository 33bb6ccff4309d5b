package org.egnytereceiver.audit;

import org.egnytereceiver.database.OnH2;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnH2.class)
class AuditOnH2Test extends AuditContract {
}
