package io.packetboat.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Makes tokens that nobody can guess, and the hashes that are kept of them. Safe for any number of threads. */
final class ConfirmationTokens {
    /** How long a token, and an unconfirmed subscription, is kept. */
    static final Duration VALIDITY = Duration.ofDays(2);

    private static final int BYTES = 64;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
