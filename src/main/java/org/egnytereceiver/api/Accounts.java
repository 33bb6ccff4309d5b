package org.egnytereceiver.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** The accounts of the settings: an operator and a viewer. Without a setting there is none, and nobody gets in. */
@ApplicationScoped
class Accounts {

    @Inject
    Settings settings;

    private List<Account> accounts = List.of();

    void read(@Observes ReceiverStarting starting) {
        accounts = Stream.of(
                account("egnyte.operator", Set.of(Role.VIEWER, Role.OPERATOR)),
                account("egnyte.viewer", Set.of(Role.VIEWER))).flatMap(Optional::stream).toList();
    }

    Optional<Account> matching(String name, String password) {
        Account match = null;
        for (var account : accounts) {
            if (account.matches(name, password)) {
                match = account;
            }
        }
        return Optional.ofNullable(match);
    }

    private Optional<Account> account(String prefix, Set<Role> roles) {
        var name = settings.text(prefix + ".name");
        var password = settings.text(prefix + ".password");
        if (name.isPresent() != password.isPresent()) {
            throw new WrongSetting(prefix + (name.isPresent() ? ".password" : ".name"),
                    "is missing: an account has a name and a password");
        }
        if (name.filter(text -> text.contains(":")).isPresent()) {
            throw new WrongSetting(prefix + ".name", "must not contain a colon, which HTTP Basic cannot carry");
        }
        return name.map(text -> new Account(text, Account.bytes(password.orElseThrow()), roles));
    }
}
