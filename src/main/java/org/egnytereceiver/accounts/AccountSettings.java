package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** Where the accounts are kept, and those that the settings speak of: an operator and a viewer. */
@ApplicationScoped
class AccountSettings {

    @Inject
    Settings settings;

    private AccountSource source;
    private List<ConfiguredAccount> accounts;
    private OidcSettings oidc;

    /** An account as the settings say it should be. */
    record ConfiguredAccount(String name, String password, Role role) {

        @Override
        public String toString() {
            return "ConfiguredAccount[" + name + "]";
        }
    }

    void read(@Observes ReceiverStarting starting) {
        source = settings.text("egnyte.accounts.source").map(text -> AccountSource.ofCode(text).orElseThrow(
                () -> new WrongSetting("egnyte.accounts.source", "has to be own, server or oidc")))
                .orElse(AccountSource.OWN);
        accounts = Stream.of(account("egnyte.operator", Role.OPERATOR), account("egnyte.viewer", Role.VIEWER))
                .flatMap(Optional::stream).toList();
        if (accounts.size() == 2 && accounts.get(0).name().equals(accounts.get(1).name())) {
            throw new WrongSetting("egnyte.viewer" + ".name",
                    "is the operator's name as well: one account has one role");
        }
        oidc = source == AccountSource.OIDC ? OidcSettings.read(settings) : null;
    }

    AccountSource source() {
        return source;
    }

    List<ConfiguredAccount> accounts() {
        return accounts;
    }

    /** @return null unless the accounts are with a provider */
    OidcSettings oidc() {
        return oidc;
    }

    private Optional<ConfiguredAccount> account(String prefix, Role role) {
        var name = settings.text(prefix + ".name");
        var password = settings.text(prefix + ".password");
        if (name.isPresent() != password.isPresent()) {
            throw new WrongSetting(prefix + (name.isPresent() ? ".password" : ".name"),
                    "is missing: an account has a name and a password");
        }
        if (name.filter(text -> !AccountName.isValid(text)).isPresent()) {
            throw new WrongSetting(prefix + ".name", "is none: " + AccountName.RULE);
        }
        return name.map(text -> new ConfiguredAccount(text, password.orElseThrow(), role));
    }
}
