package org.egnytereceiver.journal;

import org.egnytereceiver.database.OnH2;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnH2.class)
class SearchOnH2Test extends SearchContract {
}
