package org.egnytereceiver.server;

import java.nio.file.Path;

/** Payara Server, whose settings are properties of the domain's source of MicroProfile Config. */
public final class PayaraServer extends AsadminServer {

    public PayaraServer(String name, Path directory) {
        super(name, directory);
    }

    @Override
    public void set(String key, String value) {
        asadmin("set-config-property", "--source=domain", "--propertyname=" + key, "--propertyvalue=" + value)
                .orThrow();
    }

    @Override
    public void remove(String key) {
        asadmin("delete-config-property", "--source=domain", "--propertyname=" + key).orThrow();
    }
}
