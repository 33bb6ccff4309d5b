package org.egnytereceiver.accounts;

import java.time.Instant;

/**
 * An account of the receiver's own.
 *
 * @param configured whether the settings speak of it; then it is set anew at each start
 * @param changedAt  when its password or role was set
 */
public record StoredAccount(String name, Role role, boolean configured, Instant changedAt) {
}
