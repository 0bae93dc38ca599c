package io.packetboat.liberty;

import io.packetboat.gateway.SmtpConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The server that takes the mails of SNS's subscriptions. */
final class SmtpSettings {
    static final Setting<String> HOST = new Setting<>(
            "packetboat.sns.smtp.host",
            "",
            "host name or address",
            "The SMTP server for subscriptions by mail, which are refused where it is not set.",
            Units::text);
    static final Setting<Integer> PORT =
            new Setting<>("packetboat.sns.smtp.port", "587", "port", "Its port.", Units.integer(1, 65_535));
    static final Setting<SmtpConfig.Security> TLS = new Setting<>(
            "packetboat.sns.smtp.tls",
            "starttls",
            "none, starttls or tls",
            "How its connections are kept private: not at all, by STARTTLS or not used, or from the first byte.",
            SmtpSettings::security);
    static final Setting<String> USER = new Setting<>(
            "packetboat.sns.smtp.user", "", "text", "Its user, empty for a server without a login.", Units::text);
    static final Setting<String> PASSWORD =
            new Setting<>("packetboat.sns.smtp.password", "", "text", "Its password.", Units::text);
    static final Setting<String> FROM = new Setting<>(
            "packetboat.sns.smtp.from",
            "no-reply@localhost",
            "mail address",
            "The sender of the mails; the topic's DisplayName stands beside it.",
            Units.value(SmtpConfig::requireAddress));
    static final List<Setting<?>> ALL = List.of(HOST, PORT, TLS, USER, PASSWORD, FROM);

    private SmtpSettings() {}

    /** Empty where no mail is sent. */
    static Optional<SmtpConfig> config(Configuration values) {
        String host = values.value(HOST);
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmtpConfig(
                        host,
                        values.value(PORT),
                        values.value(TLS),
                        values.value(FROM),
                        values.value(USER),
                        values.value(PASSWORD)));
    }

    private static SmtpConfig.Security security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> SmtpConfig.Security.NONE;
            case "starttls" -> SmtpConfig.Security.STARTTLS;
            case "tls" -> SmtpConfig.Security.TLS;
            default -> throw new IllegalArgumentException("must be none, starttls or tls");
        };
    }
}
