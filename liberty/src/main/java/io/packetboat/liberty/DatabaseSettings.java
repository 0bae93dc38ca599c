package io.packetboat.liberty;

import io.packetboat.store.DatabaseConfig;
import java.util.List;

/** Where definitions live. */
final class DatabaseSettings {
    static final Setting<String> URL = new Setting<>(
            "packetboat.database.url",
            "",
            "JDBC URL of PostgreSQL",
            "The database for definitions; an embedded file in the data directory where it is not set.",
            DatabaseSettings::url);
    static final Setting<String> USER = new Setting<>("packetboat.database.user", "", "text", "Its user.", Units::text);
    static final Setting<String> PASSWORD =
            new Setting<>("packetboat.database.password", "", "text", "Its password.", Units::text);
    static final Setting<Integer> CONNECTIONS = new Setting<>(
            "packetboat.database.connections",
            "8",
            "number",
            "The most connections that this node opens to PostgreSQL.",
            Units.integer(1, 1_000));
    static final List<Setting<?>> ALL = List.of(URL, USER, PASSWORD, CONNECTIONS);

    private DatabaseSettings() {}

    static DatabaseConfig config(Configuration values) {
        if (values.value(URL).isEmpty()) {
            return new DatabaseConfig.Embedded(
                    values.value(NodeSettings.DATA_DIRECTORY).resolve("database"));
        }
        return new DatabaseConfig.PostgreSql(
                values.value(URL), values.value(USER), values.value(PASSWORD), values.value(CONNECTIONS));
    }

    private static String url(String text) {
        if (text.isEmpty() || text.startsWith("jdbc:postgresql:")) {
            return text;
        }
        throw new IllegalArgumentException("must start with jdbc:postgresql:");
    }
}
