package org.egnytereceiver.server;

import java.util.Map;

/**
 * The server that Arquillian is to start in this run, which somebody who knows database, broker and settings has to say.
 *
 * @param environment the variables of its script
 * @param settings of the receiver
 */
public record UnderTest(ApplicationServer server, Map<String, String> environment, Map<String, String> settings) {

    private static UnderTest current;

    /** The one to be started. */
    static UnderTest current() {
        if (current == null) {
            throw new IllegalStateException("nobody has said how the server under test is to be configured");
        }
        return current;
    }

    /** Has Arquillian start this one. */
    public void becomesCurrent() {
        current = this;
    }
}
