package org.egnytereceiver.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The process that is the receiver: prepares the data directory, boots Payara Micro in it, deploys, and says so. */
public final class Receiver {

    private Receiver() {
    }

    /** Ends with status 1 and a sentence on standard error when the receiver cannot start. */
    public static void main(String[] args) throws IOException {
        var data = DataDirectory.prepared(Path.of(System.getProperty("receiver.data", "data")));
        try {
            run(data);
        } catch (CannotStart refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        } catch (BootstrapException | UncheckedIOException failure) {
            System.err.println("The server did not boot. Its log: " + data.log());
            System.exit(1);
        }
    }

    private static void run(DataDirectory data) throws BootstrapException, IOException {
        data.lock();
        var port = Port.chosen();
        var credentials = Credentials.in(data);
        var screen = ServerLog.screenOfOurOwn(data);
        var server = boot(data, port);
        deploy(server, data);
        Welcome.print(screen, port, data, credentials);
        Launch.parentOfThis().ifPresent(Receiver::stopWith);
    }

    private static PayaraMicroRuntime boot(DataDirectory data, Port port) throws BootstrapException, IOException {
        System.setProperty("java.io.tmpdir", data.temporary().toString());
        var server = PayaraMicro.getInstance();
        server.setRootDir(data.server().toFile());
        server.setNoHazelcast(true);
        server.setPrintLogo(false);
        server.setHttpPort(port.number());
        server.setLogPropertiesFile(ServerLog.configured(data).toFile());
        server.setPostBootHandler(commands -> EmbeddedResources.create(commands, data));
        return server.bootStrap();
    }

    private static void deploy(PayaraMicroRuntime server, DataDirectory data) {
        ServerLog.showOurs();
        server.deploy("egnyte", "egnyte", Home.file("egnyte.war").toFile());
        if (!server.getDeployedApplicationNames().contains("egnyte")) {
            throw new CannotStart("The receiver did not start. The server's log: " + data.log());
        }
    }

    /** A launcher that was killed cannot stop us any more, and must not leave a server behind. */
    private static void stopWith(ProcessHandle launcher) {
        launcher.onExit().thenRun(() -> System.exit(0));
    }
}
