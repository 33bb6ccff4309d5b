package org.egnytereceiver.server;

import java.nio.file.Path;

/** GlassFish, whose settings are properties of the system. */
public final class GlassFish extends AsadminServer {

    public GlassFish(String name, Path directory) {
        super(name, directory);
    }

    /** Within such a property colons and equals signs separate. */
    @Override
    public void set(String key, String value) {
        asadmin("create-system-properties", key + "=" + value.replaceAll("[\\\\:=]", "\\\\$0")).orThrow();
    }

    @Override
    public void remove(String key) {
        asadmin("delete-system-property", key).orThrow();
    }
}
