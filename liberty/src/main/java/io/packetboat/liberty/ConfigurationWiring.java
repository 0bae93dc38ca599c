package io.packetboat.liberty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the configuration once, through MicroProfile Config. */
@ApplicationScoped
class ConfigurationWiring {
    private static final Logger LOG = System.getLogger(ConfigurationWiring.class.getName());

    @Produces
    @Singleton
    Configuration configuration() {
        Config config = ConfigProvider.getConfig();
        Set<String> keys = new HashSet<>();
        config.getPropertyNames().forEach(keys::add);
        keys.removeAll(Configuration.mirroredVariables(keys, System.getenv().keySet()));
        Configuration.unknownVariables(Settings.all(), System.getenv().keySet())
                .forEach(name -> LOG.log(Level.WARNING, "Unknown environment variable {0} is ignored", name));
        return Configuration.read(Settings.all(), key -> config.getOptionalValue(key, String.class), keys);
    }
}
