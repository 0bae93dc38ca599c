package io.packetboat.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The slow, salted hash of passwords: PBKDF2-HMAC-SHA512 from the JDK.
 *
 * <p>At most as many threads hash at once as configured; a bounded number of others wait a bounded
 * time, and {@link LoginsBusy} is raised for the rest.
 */
public final class PasswordHasher {
    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Whoever waits holds a thread of a door. */
    private static final int MAX_WAITING = 64;

    private final int iterations;
    private final Semaphore permits;
    private final PasswordHash decoy;

    public PasswordHasher(IdentityConfig.Passwords config) {
        this.iterations = config.iterations();
        this.permits = new Semaphore(config.concurrency(), true);
        this.decoy = encode(iterations, RandomText.bytes(SALT_BYTES), RandomText.bytes(HASH_BYTES));
    }

    /** Hashes a new password; waits its turn. */
    PasswordHash hash(Password password) {
        byte[] salt = RandomText.bytes(SALT_BYTES);
        return inTurn(() -> encode(iterations, salt, derive(password.value(), salt, iterations)));
    }

    /** A hash that no password matches and that takes as long to check as a real one. */
    PasswordHash decoy() {
        return decoy;
    }

    /** Compares in constant time; takes long, so it belongs inside {@link #inTurn}. */
    boolean matches(String password, PasswordHash stored) {
        List<String> parts = List.of(stored.encoded().split("\\$", -1));
        if (parts.size() != 4 || !parts.get(0).equals(ALGORITHM)) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.get(2));
        byte[] expected = Base64.getDecoder().decode(parts.get(3));
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts.get(1))));
    }

    /** Does something slow when it is this thread's turn. */
    <T> T inTurn(Supplier<T> slow) {
        try {
            if (permits.getQueueLength() >= MAX_WAITING
                    || !permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LoginsBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginsBusy();
        }
        try {
            return slow.get();
        } finally {
            permits.release();
        }
    }

    private static PasswordHash encode(int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.join(
                "$",
                ALGORITHM,
                Integer.toString(iterations),
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK offers PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
