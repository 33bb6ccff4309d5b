package org.egnytereceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final Map<String, String> BOTH = Map.of(
            "egnyte.operator.name", "olga", "egnyte.operator.password", "top-secret",
            "egnyte.viewer.name", "victor", "egnyte.viewer.password", "größe");

    @Test
    void knowTheOperatorAndTheViewer() {
        var accounts = accounts(BOTH);
        assertThat(accounts.matching("olga", "top-secret").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.VIEWER, Role.OPERATOR);
        assertThat(accounts.matching("victor", "größe").orElseThrow().roles()).containsExactly(Role.VIEWER);
    }

    @ParameterizedTest
    @CsvSource({"olga, größe", "victor, top-secret", "Olga, top-secret", "olga, Top-secret", "olga, ''", "'', ''", "'', top-secret"})
    void letNobodyElseIn(String name, String password) {
        assertThat(accounts(BOTH).matching(name, password)).isEmpty();
        assertThat(accounts(Map.of()).matching(name, password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "egnyte.operator.name,     olga,       egnyte.operator.password",
            "egnyte.operator.password, top-secret, egnyte.operator.name",
            "egnyte.viewer.name,       victor,     egnyte.viewer.password",
            "egnyte.viewer.password,   top-secret, egnyte.viewer.name"})
    void refuseHalfAnAccountAndNameTheMissingKey(String key, String value, String missing) {
        assertThatThrownBy(() -> accounts(Map.of(key, value))).isInstanceOf(WrongSetting.class)
                .hasMessageContaining(" " + missing + " ")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void refuseANameThatBasicCannotCarry() {
        var values = Map.of("egnyte.viewer.name", "a:b", "egnyte.viewer.password", "top-secret");
        assertThatThrownBy(() -> accounts(values)).isInstanceOf(WrongSetting.class).hasMessageContaining("egnyte.viewer.name");
    }

    @Test
    void showNoPassword() {
        assertThat(accounts(BOTH).matching("olga", "top-secret").orElseThrow()).hasToString("Account[olga]");
    }

    private static Accounts accounts(Map<String, String> values) {
        var accounts = new Accounts();
        accounts.settings = new Settings();
        Configured.during(values, () -> accounts.read(new ReceiverStarting()));
        return accounts;
    }
}
