package io.packetboat.kernel.messaging;

/** How long a text is in UTF-8, without encoding it. */
public final class Utf8 {
    private Utf8() {}

    /** Bytes; an unpaired surrogate counts as the one byte of its replacement. */
    public static long length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c < 0x800) {
                length += 1;
            } else if (!Character.isSurrogate(c)) {
                length += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 2; // four bytes for two characters
                i++;
            }
        }
        return length;
    }
}
