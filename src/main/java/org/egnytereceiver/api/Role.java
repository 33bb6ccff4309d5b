package org.egnytereceiver.api;

/** What an account may do. */
enum Role {

    /** May read. */
    VIEWER("egnyte-viewer"),

    /** May act. */
    OPERATOR("egnyte-operator");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** @return the name under which a server's realm knows it */
    String roleName() {
        return roleName;
    }
}
