package org.egnytereceiver.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import org.egnytereceiver.accounts.AccountSettings.ConfiguredAccount;
import org.egnytereceiver.lifecycle.ReceiverStarted;

/** Sets the accounts of the settings anew at each start; those that the settings speak of no more are removed. */
@ApplicationScoped
class ConfiguredAccounts {

    @Inject
    AccountSettings settings;

    @Inject
    AccountStore accounts;

    /** Before anybody asks. */
    @Transactional
    void set(@Observes @Priority(1) ReceiverStarted started) {
        if (settings.source() != AccountSource.OWN) {
            return;
        }
        var names = settings.accounts().stream().map(ConfiguredAccount::name).collect(Collectors.toSet());
        accounts.all().stream().filter(StoredAccount::configured).map(StoredAccount::name)
                .filter(name -> !names.contains(name)).forEach(accounts::remove);
        settings.accounts().forEach(account ->
                accounts.configure(account.name(), PasswordHash.of(account.password()), account.role()));
    }
}
