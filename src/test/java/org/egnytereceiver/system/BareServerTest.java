package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.server.ApplicationServer;
import org.egnytereceiver.server.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A server that its tests configure, break and mend themselves, with a broker that makes no queue by itself. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BareServerTest<S extends ApplicationServer> {

    static final Path WAR = Path.of("target", "egnyte.war").toAbsolutePath();
    private static final String REFUSED = "EGR-6001 The receiver does not start. ";

    S server;
    StrictBroker broker;

    private final Set<String> changed = new HashSet<>();
    private Map<String, String> environment;
    private boolean deployed;

    @BeforeAll
    final void start() throws Exception {
        broker = StrictBroker.started();
        environment = Resources.of(PostgreSql.started(), broker.port());
        server = made(TestServer.emptied(Path.of("target", "system", getClass().getSimpleName()).toAbsolutePath()));
        begin();
    }

    /** Nobody looks at it again. */
    @AfterAll
    final void stop() {
        server.kill();
    }

    @BeforeEach
    final void isReady() {
        prepare();
    }

    @AfterEach
    final void nothingIsLeft() {
        changed.forEach(server::remove);
        changed.clear();
        cleanUp();
    }

    /** The server, of which there is nothing yet. */
    abstract S made(Path directory);

    /** Before all tests. */
    void begin() {
        server.start();
    }

    /** Before each test; nothing where it stays configured. */
    void prepare() {
    }

    /** After each test. */
    void cleanUp() {
        if (deployed) {
            deployed = false;
            server.undeploy().orThrow();
        }
    }

    /** Has the script do its work. */
    final void configure(Map<String, String> settings) {
        server.configure(environment, settings).orThrow();
    }

    /** Has the console give a setting a value, until the test ends. */
    final void set(String key, String value) {
        server.set(key, value);
        changed.add(key);
    }

    /** Puts the receiver onto the server. */
    Outcome deploy() {
        var outcome = server.deploy(WAR);
        deployed = outcome.isSuccess();
        return outcome;
    }

    /** The receiver itself refuses to start, with a sentence that goes on like this. */
    final void receiverRefuses(String finding) throws IOException {
        refusesWith(REFUSED + finding);
    }

    /** It is not deployed, one sentence says why, and nobody answers in its place. */
    final void refusesWith(String sentence) throws IOException {
        failsWith(sentence);
        isNotThere();
    }

    /** Its deployment fails, and one sentence, in the answer or a moment later in the log, says why. */
    final void failsWith(String sentence) throws IOException {
        var before = server.process().isPresent() ? Files.readString(server.log()).length() : 0;

        var outcome = deploy();

        assertThat(outcome.status()).as(outcome.said()).isNotZero();
        Awaiting.until("the sentence", () -> assertThat(
                outcome.said() + Files.readString(server.log()).substring(before)).contains(sentence));
    }

    final void isNotThere() {
        assertThat(receiver().deliver("[]").status()).isEqualTo(404);
    }

    final Receiver receiver() {
        return new Receiver(URI.create("http://localhost:" + server.port() + "/egnyte/"));
    }
}
