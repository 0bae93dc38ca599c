package io.packetboat.it;

import java.util.Map;

/** The administrator of every server under test: preset at its first start, and used by every client. */
public final class Admin {
    public static final String USER = "admin";
    public static final String PASSWORD = "it-Passw0rd-of-the-tests";
    public static final String ACCESS_KEY_ID = "AKIAITPACKETBOAT0001";
    public static final String SECRET_ACCESS_KEY = "itSecretAccessKeyOfTheTests0123456789abc";

    private Admin() {}

    static Map<String, String> environment() {
        return Map.of(
                "PACKETBOAT_ADMIN_PASSWORD", PASSWORD,
                "PACKETBOAT_ADMIN_ACCESS_KEY_ID", ACCESS_KEY_ID,
                "PACKETBOAT_ADMIN_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
    }
}
