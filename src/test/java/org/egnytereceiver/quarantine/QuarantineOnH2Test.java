package org.egnytereceiver.quarantine;

import org.egnytereceiver.database.OnH2;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnH2.class)
class QuarantineOnH2Test extends QuarantineContract {
}
