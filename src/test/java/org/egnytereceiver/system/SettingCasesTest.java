package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.egnytereceiver.support.MarkdownTable;
import org.egnytereceiver.support.OidcProvider;
import org.junit.jupiter.api.Test;

/** Says at once that a new setting has no case, which {@link EverySettingIT} says only where it is asked for. */
class SettingCasesTest {

    @Test
    void everySettingOfTheTableHasACase() {
        try (var provider = OidcProvider.started()) {
            assertThat(new SettingCases(provider).byKey()).containsOnlyKeys(MarkdownTable.settings());
        }
    }
}
