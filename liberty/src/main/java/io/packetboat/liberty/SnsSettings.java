package io.packetboat.liberty;

import java.util.List;

/** How SNS's subscribers reach this node. */
final class SnsSettings {
    static final Setting<String> PUBLIC_URL = new Setting<>(
            "packetboat.sns.public-url",
            "",
            "URL, empty for http://localhost and the AWS port",
            "Under which address subscribers reach the AWS endpoint, for the links in notifications.",
            Units::text);
    static final List<Setting<?>> ALL = List.of(PUBLIC_URL);

    private SnsSettings() {}

    /** Without a slash at its end. */
    static String publicUrl(Configuration values) {
        String set = values.value(PUBLIC_URL);
        if (set.isEmpty()) {
            return "http://localhost:" + values.value(AwsSettings.PORT);
        }
        return set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
    }
}
