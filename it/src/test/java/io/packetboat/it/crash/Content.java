package io.packetboat.it.crash;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Texts that tell whose they are and whether they are whole: {@code name|checksum|padding}. */
final class Content {
    private Content() {}

    static String of(String message, int size) {
        String padding = message.hashCode() + "-";
        String filled = padding.repeat(Math.max(1, size / padding.length()));
        return message + '|' + checksum(message + filled) + '|' + filled;
    }

    static Event received(String text, boolean redelivered) {
        String[] parts = text.split("\\|", 3);
        if (parts.length == 3 && checksum(parts[0] + parts[2]).equals(parts[1])) {
            return new Event.Received(parts[0], redelivered);
        }
        return new Event.Damaged(parts[0]);
    }

    static String message(String text) {
        return text.substring(0, Math.max(0, text.indexOf('|')));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
