package io.packetboat.identity;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Region;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of identity.
 *
 * @param directory the data directory; holds the master key and the first credentials
 */
public record IdentityConfig(
        AccountId account, Region region, Path directory, Passwords passwords, Throttle throttle, Presets presets) {

    /**
     * How passwords are hashed and remembered.
     *
     * @param iterations rounds of PBKDF2 for new passwords, at least 1,000
     * @param concurrency how many passwords may be hashed at the same time
     * @param memory how long a verified password is remembered, zero for not at all
     * @param remembered how many verified passwords are remembered at most
     */
    public record Passwords(int iterations, int concurrency, Duration memory, int remembered) {
        /** OWASP's recommendation for PBKDF2-HMAC-SHA512, two at a time, remembered for five minutes. */
        public static final Passwords DEFAULT = new Passwords(210_000, 2, Duration.ofMinutes(5), 10_000);

        public Passwords {
            requireAtLeast("iterations", iterations, 1_000);
            requireAtLeast("concurrency", concurrency, 1);
            requireAtLeast("remembered", remembered, 0);
            if (memory.isNegative()) {
                throw new InvalidValue("memory", "must not be negative");
            }
        }
    }

    /**
     * How failed logins are throttled.
     *
     * @param perUser failures of one user name from one source within the period
     * @param perSource failures from one source within the period, whatever the user names
     * @param period how long failures are counted, and how long a login is then refused unseen
     */
    public record Throttle(int perUser, int perSource, Duration period) {
        /** Ten a minute for a user name and source, 200 a minute for a source. */
        public static final Throttle DEFAULT = new Throttle(10, 200, Duration.ofMinutes(1));

        public Throttle {
            requireAtLeast("perUser", perUser, 1);
            requireAtLeast("perSource", perSource, 1);
            if (period.isNegative() || period.isZero()) {
                throw new InvalidValue("period", "must be positive");
            }
        }
    }

    /** The first user's credentials where the operator presets them; an empty text is generated on the first start. */
    public record Presets(String password, String accessKeyId, String secretAccessKey) {
        /** Everything is generated. */
        public static final Presets NONE = new Presets("", "", "");

        public Presets {
            if (accessKeyId.isEmpty() != secretAccessKey.isEmpty()) {
                throw new InvalidValue(
                        "packetboat.admin.access-key-id",
                        "must be preset together with packetboat.admin.secret-access-key or not at all");
            }
        }

        @Override
        public String toString() {
            return "Presets[hidden]";
        }
    }

    /** Everything at its default. */
    public static IdentityConfig defaults(Path directory) {
        return new IdentityConfig(
                new AccountId("000000000000"),
                new Region("us-east-1"),
                directory,
                Passwords.DEFAULT,
                Throttle.DEFAULT,
                Presets.NONE);
    }

    private static void requireAtLeast(String field, int value, int least) {
        if (value < least) {
            throw new InvalidValue(field, "must be at least " + least);
        }
    }
}
