package io.packetboat.liberty;

import io.packetboat.audit.AuditConfig;
import io.packetboat.identity.AccessKeyId;
import io.packetboat.identity.AccessKeySecret;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Password;
import java.time.Duration;
import java.util.List;

/** Logins, the credentials of the very first start, and how long the audit trail is kept. */
final class IdentitySettings {
    static final Setting<String> ADMIN_PASSWORD = new Setting<>(
            "packetboat.admin.password",
            "",
            "text",
            "Password of the user admin, used at the very first start only; generated where it is not set.",
            Units.text(Password::new));
    static final Setting<String> ADMIN_ACCESS_KEY_ID = new Setting<>(
            "packetboat.admin.access-key-id",
            "",
            "16 to 128 characters",
            "Access key of the user admin, used at the very first start only; generated where it is not set.",
            Units.text(AccessKeyId::new));
    static final Setting<String> ADMIN_SECRET_ACCESS_KEY = new Setting<>(
            "packetboat.admin.secret-access-key",
            "",
            "text",
            "Secret of that access key, used at the very first start only; generated where it is not set.",
            Units.text(AccessKeySecret::new));
    static final Setting<Boolean> SHOW_LOGIN = new Setting<>(
            "packetboat.admin.show-login",
            "true",
            "true or false",
            "Whether the very first start shows a generated login on standard output; false where that is collected as"
                    + " a log. It is in first-credentials.txt of the data directory in any case.",
            Units::flag);
    static final Setting<Integer> HASH_ITERATIONS = new Setting<>(
            "packetboat.identity.password-iterations",
            "210000",
            "number",
            "Rounds of PBKDF2-HMAC-SHA512 for new passwords.",
            Units.integer(1_000, 100_000_000));
    static final Setting<Integer> HASH_CONCURRENCY = new Setting<>(
            "packetboat.identity.password-concurrency",
            "2",
            "number",
            "How many passwords may be hashed at the same time.",
            Units.integer(1, 256));
    static final Setting<Duration> REMEMBER = new Setting<>(
            "packetboat.identity.password-memory",
            "5m",
            "duration",
            "How long a verified password is remembered as a keyed hash in memory; 0s for not at all.",
            Units.duration("0s", "1d"));
    static final Setting<Integer> FAILURES_PER_USER = new Setting<>(
            "packetboat.identity.failures-per-user",
            "10",
            "number",
            "Failed logins of one user name from one address within the period, before more are refused unseen.",
            Units.integer(1, 1_000_000));
    static final Setting<Integer> FAILURES_PER_SOURCE = new Setting<>(
            "packetboat.identity.failures-per-source",
            "200",
            "number",
            "Failed logins from one address within the period, before more are refused unseen.",
            Units.integer(1, 1_000_000));
    static final Setting<Duration> FAILURE_PERIOD = new Setting<>(
            "packetboat.identity.failure-period",
            "1m",
            "duration",
            "How long a failed login counts.",
            Units.duration("1s", "1d"));
    static final Setting<Duration> AUDIT_RETENTION = new Setting<>(
            "packetboat.audit.retention",
            "90d",
            "duration",
            "How long audit records are kept.",
            Units.duration("1d", "36500d"));
    static final List<Setting<?>> ALL = List.of(
            ADMIN_PASSWORD,
            ADMIN_ACCESS_KEY_ID,
            ADMIN_SECRET_ACCESS_KEY,
            SHOW_LOGIN,
            HASH_ITERATIONS,
            HASH_CONCURRENCY,
            REMEMBER,
            FAILURES_PER_USER,
            FAILURES_PER_SOURCE,
            FAILURE_PERIOD,
            AUDIT_RETENTION);

    private IdentitySettings() {}

    static IdentityConfig config(Configuration values) {
        return new IdentityConfig(
                values.value(NodeSettings.ACCOUNT_ID),
                values.value(NodeSettings.REGION),
                values.value(NodeSettings.DATA_DIRECTORY),
                new IdentityConfig.Passwords(
                        values.value(HASH_ITERATIONS),
                        values.value(HASH_CONCURRENCY),
                        values.value(REMEMBER),
                        IdentityConfig.Passwords.DEFAULT.remembered()),
                new IdentityConfig.Throttle(
                        values.value(FAILURES_PER_USER),
                        values.value(FAILURES_PER_SOURCE),
                        values.value(FAILURE_PERIOD)),
                new IdentityConfig.Presets(
                        values.value(ADMIN_PASSWORD),
                        values.value(ADMIN_ACCESS_KEY_ID),
                        values.value(ADMIN_SECRET_ACCESS_KEY)));
    }

    static AuditConfig auditConfig(Configuration values) {
        return new AuditConfig(
                values.value(NodeSettings.ACCOUNT_ID),
                values.value(NodeSettings.REGION),
                values.value(AUDIT_RETENTION));
    }
}
