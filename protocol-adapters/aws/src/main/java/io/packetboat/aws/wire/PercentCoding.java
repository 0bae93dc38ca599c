package io.packetboat.aws.wire;

import io.packetboat.aws.operation.RequestRefused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of URLs and forms, strict: a broken escape or broken UTF-8 is refused, not guessed at. */
public final class PercentCoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentCoding() {}

    /** A part of a form: {@code +} is a space. Characters of the input are bytes. */
    static String decodeForm(String encoded) {
        return decode(encoded, true);
    }

    /** A part of a URL: {@code +} is itself. */
    public static String decodeUrl(String encoded) {
        return decode(encoded, false);
    }

    /** As {@link #decodeUrl}, before the bytes are read as UTF-8. */
    public static byte[] decodeBytes(String encoded) {
        return bytes(encoded, false);
    }

    /** Everything but RFC 3986's unreserved characters as an escape in capitals, as signatures want it. */
    public static void encode(byte[] bytes, StringBuilder to) {
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                to.append(c);
            } else {
                to.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
    }

    /** The same for a text, as a part of a URL. */
    public static String encodeUrl(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        encode(text.getBytes(StandardCharsets.UTF_8), encoded);
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    private static String decode(String encoded, boolean form) {
        if (isPlain(encoded)) {
            return encoded;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(encoded, form)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RequestRefused.malformed("A parameter is not UTF-8.");
        }
    }

    private static boolean isPlain(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' || c == '+' || c > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String encoded, boolean form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(escaped(encoded, i));
                i += 2;
            } else {
                bytes.write(form && c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static int escaped(String encoded, int percent) {
        if (percent + 2 < encoded.length()) {
            int high = Character.digit(encoded.charAt(percent + 1), 16);
            int low = Character.digit(encoded.charAt(percent + 2), 16);
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw RequestRefused.malformed("A percent sign must be followed by two hexadecimal digits.");
    }
}
