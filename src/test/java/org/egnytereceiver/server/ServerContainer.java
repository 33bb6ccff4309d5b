package org.egnytereceiver.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Arquillian's way to a server of any make. There are adapters for each, but those configure what they start by
 * themselves; here it is done by what is in {@code server-config}.
 */
public class ServerContainer implements DeployableContainer<ServerContainer.NothingToConfigure> {

    /** Makes it the container of runs that are for a make. */
    public static class Registration implements LoadableExtension {

        @Override
        public void register(ExtensionBuilder builder) {
            if (Make.chosen().isPresent()) {
                builder.service(DeployableContainer.class, ServerContainer.class);
            }
        }
    }

    /** Ports, directories and settings are those of {@link UnderTest}. */
    public static class NothingToConfigure implements ContainerConfiguration {

        @Override
        public void validate() {
            // nothing can be wrong
        }
    }

    @Override
    public Class<NothingToConfigure> getConfigurationClass() {
        return NothingToConfigure.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public void start() {
        var test = UnderTest.current();
        test.server().start();
        test.server().configure(test.environment(), test.settings()).orThrow();
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        var server = UnderTest.current().server();
        var outcome = server.deploy(exported(archive, server));
        if (!outcome.isSuccess()) {
            throw new DeploymentException(outcome.said());
        }
        return new ProtocolMetaData().addContext(new HTTPContext("localhost", server.port()));
    }

    /** Under the name it is shipped with, since servers take names from it. */
    private static Path exported(Archive<?> archive, ApplicationServer server) {
        try {
            var war = Files.createDirectories(server.directory().resolve("deployment")).resolve("egnyte.war");
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            return war;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        var outcome = UnderTest.current().server().undeploy();
        if (!outcome.isSuccess()) {
            throw new DeploymentException(outcome.said());
        }
    }

    @Override
    public void stop() {
        UnderTest.current().server().stop();
    }
}
