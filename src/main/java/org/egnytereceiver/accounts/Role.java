package org.egnytereceiver.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an account may do. */
public enum Role {

    /** May read. */
    VIEWER("egnyte-viewer"),
    /** May act, and read. */
    OPERATOR("egnyte-operator");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** @return the name under which the API, a server's realm or a provider knows it */
    public String roleName() {
        return roleName;
    }

    /** @return the role with that name, if there is one */
    public static Optional<Role> named(String roleName) {
        return Arrays.stream(values()).filter(role -> role.roleName.equals(roleName)).findFirst();
    }

    /** @return the roles that somebody has to whom one of these names was given */
    static Set<Role> of(Collection<String> roleNames) {
        if (roleNames.contains(OPERATOR.roleName)) {
            return EnumSet.allOf(Role.class);
        }
        return roleNames.contains(VIEWER.roleName) ? EnumSet.of(VIEWER) : EnumSet.noneOf(Role.class);
    }
}
