package org.egnytereceiver.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The makes of servers that the suite can run on, besides Payara Micro. */
public enum Make {

    PAYARA_SERVER("payara-server", PayaraServer::new),
    WILDFLY("wildfly", WildFly::new),
    LIBERTY("liberty", Liberty::new),
    GLASSFISH("glassfish", GlassFish::new);

    private final String id;
    private final BiFunction<String, Path, ApplicationServer> constructor;

    Make(String id, BiFunction<String, Path, ApplicationServer> constructor) {
        this.id = id;
        this.constructor = constructor;
    }

    /** The one that this run is for, if it is for one of them. */
    public static Optional<Make> chosen() {
        return Stream.of(values()).filter(make -> make.id.equals(System.getProperty("arquillian.launch"))).findFirst();
    }

    /** Its name in {@code server-config}, in {@code target/servers} and as a Maven profile. */
    public String id() {
        return id;
    }

    /** A server that is not there yet, with all that is its own in a directory. */
    public ApplicationServer in(Path directory) {
        return constructor.apply(id, directory);
    }
}
