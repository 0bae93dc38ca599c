package io.packetboat.liberty;

import java.util.List;

/** Logins and the credentials of the very first start. */
final class IdentitySettings {
    static final Setting<String> ADMIN_PASSWORD = new Setting<>(
            "packetboat.admin.password",
            "",
            "text",
            "Password of the user admin, used at the very first start only; generated where it is not set.",
            Units::text);
    static final Setting<String> ADMIN_ACCESS_KEY_ID = new Setting<>(
            "packetboat.admin.access-key-id",
            "",
            "16 to 128 characters",
            "Access key of the user admin, used at the very first start only; generated where it is not set.",
            Units::text);
    static final Setting<String> ADMIN_SECRET_ACCESS_KEY = new Setting<>(
            "packetboat.admin.secret-access-key",
            "",
            "text",
            "Secret of that access key, used at the very first start only; generated where it is not set.",
            Units::text);
    static final List<Setting<?>> ALL = List.of(ADMIN_PASSWORD, ADMIN_ACCESS_KEY_ID, ADMIN_SECRET_ACCESS_KEY);

    private IdentitySettings() {}
}
