package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    private static final Map<String, String> OIDC = Map.of("egnyte.accounts.source", "oidc",
            "egnyte.accounts.issuer", "https://id.example/realms/estate", "egnyte.accounts.audience",
            "egnyte-receiver");

    @ParameterizedTest
    @CsvSource({
            "egnyte.operator.name,     olga,       egnyte.operator.password",
            "egnyte.operator.password, top-secret, egnyte.operator.name",
            "egnyte.viewer.name,       victor,     egnyte.viewer.password",
            "egnyte.viewer.password,   top-secret, egnyte.viewer.name"})
    void refuseHalfAnAccountAndNameTheMissingKey(String key, String value, String missing) {
        assertThatThrownBy(() -> read(Map.of(key, value))).isInstanceOf(WrongSetting.class)
                .hasMessageContaining(" " + missing + " ")
                .hasMessageNotContaining("top-secret");
    }

    @ParameterizedTest
    @CsvSource({"a:b", "a/b", "<b>", "-a", "a\u202Eb"})
    void refuseANameThatIsNone(String name) {
        assertThatThrownBy(() -> read(Map.of("egnyte.viewer.name", name, "egnyte.viewer.password", "top-secret")))
                .isInstanceOf(WrongSetting.class).hasMessageContaining("egnyte.viewer.name")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void refuseOneNameForTwoAccounts() {
        assertThatThrownBy(() -> read(Map.of("egnyte.operator.name", "o", "egnyte.operator.password", "p",
                "egnyte.viewer.name", "o", "egnyte.viewer.password", "q")))
                .isInstanceOf(WrongSetting.class).hasMessageContaining("egnyte.viewer.name");
    }

    @Test
    void keepTheAccountsHereUnlessTheySayOtherwise() {
        assertThat(read(Map.of()).source()).isEqualTo(AccountSource.OWN);
        assertThat(read(Map.of("egnyte.accounts.source", "server")).source()).isEqualTo(AccountSource.SERVER);
        assertThat(read(OIDC).source()).isEqualTo(AccountSource.OIDC);
        assertThatThrownBy(() -> read(Map.of("egnyte.accounts.source", "ldap")))
                .isInstanceOf(WrongSetting.class).hasMessageContaining("egnyte.accounts.source");
    }

    @ParameterizedTest
    @CsvSource({"egnyte.accounts.issuer, ''", "egnyte.accounts.audience, ''",
            "egnyte.accounts.issuer, http://id.example/", "egnyte.accounts.issuer, id.example",
            "egnyte.accounts.issuer, ftp://localhost/", "egnyte.accounts.issuer, https://id.example/?a=b",
            "egnyte.accounts.issuer, http://localhost.example/", "egnyte.accounts.issuer, 'not an address'"})
    void refuseAProviderThatCannotBeTrusted(String key, String value) {
        var values = new HashMap<>(OIDC);
        values.put(key, value);
        assertThatThrownBy(() -> read(values)).isInstanceOf(WrongSetting.class).hasMessageContaining(key);
    }

    @Test
    void showNoPassword() {
        assertThat(read(Map.of("egnyte.operator.name", "olga", "egnyte.operator.password", "top-secret")).accounts())
                .singleElement().hasToString("ConfiguredAccount[olga]");
    }

    private static AccountSettings read(Map<String, String> values) {
        var settings = new AccountSettings();
        settings.settings = new Settings();
        Configured.during(values, () -> settings.read(new ReceiverStarting()));
        return settings;
    }
}
