package io.packetboat.liberty;

import java.util.List;

/** Where definitions live. */
final class DatabaseSettings {
    static final Setting<String> URL = new Setting<>(
            "packetboat.database.url",
            "",
            "JDBC URL of PostgreSQL",
            "The database for definitions; an embedded file in the data directory where it is not set.",
            Units::text);
    static final Setting<String> USER = new Setting<>("packetboat.database.user", "", "text", "Its user.", Units::text);
    static final Setting<String> PASSWORD =
            new Setting<>("packetboat.database.password", "", "text", "Its password.", Units::text);
    static final List<Setting<?>> ALL = List.of(URL, USER, PASSWORD);

    private DatabaseSettings() {}
}
