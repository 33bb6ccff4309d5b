package org.egnytereceiver.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** A configuration that holds exactly the given values, until it is closed. */
public final class Configured implements AutoCloseable {

    private final Config config;

    private Configured(SmallRyeConfigBuilder builder) {
        config = builder.build();
        var loader = Thread.currentThread().getContextClassLoader();
        ConfigProviderResolver.instance().registerConfig(config, loader);
    }

    /** By keys, as system properties and files hold them. */
    public static Configured with(Map<String, String> values) {
        return new Configured(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "values of the test", 100)));
    }

    /** By the names of environment variables. */
    public static Configured withEnvironment(Map<String, String> variables) {
        return new Configured(new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, 300)));
    }

    /** Has something read its settings, and forgets them. */
    public static void during(Map<String, String> values, Runnable reading) {
        var configured = with(values);
        try {
            reading.run();
        } finally {
            configured.close();
        }
    }

    @Override
    public void close() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
