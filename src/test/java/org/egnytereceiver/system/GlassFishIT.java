package org.egnytereceiver.system;

import java.nio.file.Path;
import org.egnytereceiver.server.AsadminServer;
import org.egnytereceiver.server.GlassFish;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** GlassFish: settings as properties of the system, its realm, and OpenMQ, which nobody must send work to. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "glassfish")
class GlassFishIT extends AsadminContract {

    @Override
    AsadminServer made(Path directory) {
        return new GlassFish("glassfish", directory);
    }

    @Override
    void prepare() {
        configureTwice();
    }

    /** After a deployment that failed the server has to be started anew. */
    @Override
    void cleanUp() {
        super.cleanUp();
        server.unconfigure().orThrow();
        server.stop();
        server.start();
    }
}
