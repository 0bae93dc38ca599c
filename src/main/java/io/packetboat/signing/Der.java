package io.packetboat.signing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** The few forms of DER that a certificate is made of; Java reads certificates and makes none. */
final class Der {
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);
    /** RFC 5280, 4.1.2.5: years before it have two digits, later ones four. */
    private static final int FIRST_LONG_YEAR = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    static byte[] set(byte[] element) {
        return tagged(0x31, element);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] utf8(String text) {
        return tagged(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    static byte[] bits(byte[] content) {
        return tagged(0x03, joined(new byte[] {0}, content));
    }

    static byte[] nothing() {
        return tagged(0x05, new byte[0]);
    }

    /** An object identifier in dotted form. */
    static byte[] oid(int first, int second, int... rest) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(first * 40 + second);
        for (int arc : rest) {
            writeArc(content, arc);
        }
        return tagged(0x06, content.toByteArray());
    }

    private static void writeArc(ByteArrayOutputStream content, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >> shift != 0) {
                content.write((arc >> shift & 0x7f) | 0x80);
            }
        }
        content.write(arc & 0x7f);
    }

    static byte[] time(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        boolean isLong = time.getYear() >= FIRST_LONG_YEAR;
        String text = time.format(isLong ? GENERALIZED_TIME : UTC_TIME);
        return tagged(isLong ? 0x18 : 0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A part known by its number. */
    static byte[] explicit(int number, byte[] content) {
        return tagged(0xa0 | number, content);
    }

    /** A text known by its number. */
    static byte[] implicitText(int number, String text) {
        return tagged(0x80 | number, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            byte[] shortest = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
            der.write(0x80 | shortest.length);
            der.writeBytes(shortest);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
