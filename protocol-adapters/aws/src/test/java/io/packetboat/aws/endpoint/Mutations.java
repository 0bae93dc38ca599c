package io.packetboat.aws.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes at random, the same way for the same seed. */
final class Mutations {
    private static final List<String> NASTY = List.of(
            "\0",
            "\u00ff\u00fe",
            "%",
            "%00",
            "{",
            "[",
            "\"",
            "\\u",
            "\\ud800",
            "-1",
            "1e999",
            "99999999999999999999",
            "null",
            "\r\n",
            "&",
            "=",
            ".",
            "..",
            "Content-Length: 1\r\n",
            "[[[[[[[[",
            "&a.1.1.1.1.1.1.1.1=",
            ",",
            ":");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(String seed) {
        byte[] bytes = seed.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> flipped(bytes, at);
            case 2 ->
                joined(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 3), bytes.length));
            case 3 ->
                inserted(bytes, at, NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.ISO_8859_1));
            default -> inserted(bytes, at, noise());
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return joined(joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
