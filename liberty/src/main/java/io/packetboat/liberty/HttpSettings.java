package io.packetboat.liberty;

import java.util.List;

/** What Liberty's own configuration reads; listed here so that it is checked and documented like every other key. */
final class HttpSettings {
    static final Setting<String> HOST = new Setting<>(
            "packetboat.http.host",
            "*",
            "host name or address, * for all",
            "Where console and admin API listen.",
            Units::text);
    static final Setting<Integer> PORT = new Setting<>(
            "packetboat.http.port",
            "9080",
            "port, -1 for none",
            "Console and admin API without TLS.",
            Units.integer(-1, 65_535));
    static final Setting<Integer> TLS_PORT = new Setting<>(
            "packetboat.https.port",
            "9443",
            "port, -1 for none",
            "Console and admin API with TLS.",
            Units.integer(-1, 65_535));
    static final Setting<String> KEY_STORE = new Setting<>(
            "packetboat.tls.key-store",
            "",
            "path of a PKCS12 file",
            "Certificate and key of every TLS port; by default tls/key.p12 in the data directory, made at the first start.",
            Units::text);
    static final Setting<String> KEY_STORE_PASSWORD = new Setting<>(
            "packetboat.tls.key-store-password", "packetboat", "text", "The password of that file.", Units::text);
    static final List<Setting<?>> ALL = List.of(HOST, PORT, TLS_PORT, KEY_STORE, KEY_STORE_PASSWORD);

    private HttpSettings() {}
}
