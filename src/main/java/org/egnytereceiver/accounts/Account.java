package org.egnytereceiver.accounts;

import java.util.Set;

/** Somebody who proved to be who they say. Without a role they may do nothing. */
public record Account(String name, Set<Role> roles) {
}
