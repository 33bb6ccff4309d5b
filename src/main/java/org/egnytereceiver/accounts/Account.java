package org.egnytereceiver.accounts;

import java.util.Set;
import org.egnytereceiver.audit.PlainText;

/** Somebody who proved to be who they say. Without a role they may do nothing. */
public record Account(String name, Set<Role> roles) {

    private static final int LONGEST_NAME = 200;

    /** A realm or a provider may have other ideas of a name than we have. */
    public Account {
        name = PlainText.of(name, LONGEST_NAME);
    }
}
