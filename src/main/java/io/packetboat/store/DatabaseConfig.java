package io.packetboat.store;

import io.packetboat.kernel.InvalidValue;
import java.nio.file.Path;

/** Which database holds the definitions. */
public sealed interface DatabaseConfig {

    /** An SQLite file in a directory of its own; the default. */
    record Embedded(Path directory) implements DatabaseConfig {}

    /**
     * A PostgreSQL server.
     *
     * @param url a JDBC URL, {@code jdbc:postgresql://host:5432/database}
     * @param connections the most connections that this node opens
     */
    record PostgreSql(String url, String user, String password, int connections) implements DatabaseConfig {
        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new InvalidValue("url", "must start with jdbc:postgresql:");
            }
            if (connections < 1) {
                throw new InvalidValue("connections", "must be at least 1");
            }
        }

        @Override
        public String toString() {
            return "PostgreSql[" + url + "]";
        }
    }
}
