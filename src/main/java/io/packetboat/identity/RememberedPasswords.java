package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were verified a short while ago, so that a fleet's reconnect does not run the slow hash again.
 *
 * <p>Holds no password, only its HMAC under a key that lives and dies with the process, and the stored hash that it
 * matched: once that is replaced, or the user is gone, nothing is remembered any more. Bounded in size and time. Safe
 * for any number of threads; one private lock.
 */
final class RememberedPasswords {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = new SecretKeySpec(RandomText.bytes(32), ALGORITHM);
    private final Object lock = new Object();
    private final Map<String, Entry> entries;
    private final Duration memory;
    private final Clock clock;

    RememberedPasswords(IdentityConfig.Passwords config, Clock clock) {
        this.entries = new RecentEntries<>(config.remembered());
        this.memory = config.memory();
        this.clock = clock;
    }

    boolean knows(User user, String password) {
        String fingerprint = fingerprint(user.name(), password);
        synchronized (lock) {
            Entry entry = entries.get(fingerprint);
            return entry != null
                    && entry.matched.equals(user.password())
                    && clock.instant().isBefore(entry.until);
        }
    }

    void remember(User user, String password) {
        String fingerprint = fingerprint(user.name(), password);
        synchronized (lock) {
            entries.put(fingerprint, new Entry(user.password(), clock.instant().plus(memory)));
        }
    }

    private String fingerprint(UserName user, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(user.value().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK offers HmacSHA256", e);
        }
    }

    private record Entry(PasswordHash matched, Instant until) {}
}
