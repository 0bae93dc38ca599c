package io.packetboat.identity;

import java.security.SecureRandom;

/** Unguessable texts of a given alphabet. Safe for any number of threads. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** Without the letters and digits that people confuse. */
    private static final String READABLE = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private RandomText() {}

    static AccessKeyId accessKeyId() {
        return new AccessKeyId("AKIA" + of(BASE32, 16));
    }

    static AccessKeySecret accessKeySecret() {
        return new AccessKeySecret(of(BASE64, 40));
    }

    static Password password() {
        return new Password(of(READABLE, 24));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
