package io.packetboat.aws.sqs;

import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The MD5 sums that SQS answers with and that SDKs check, byte for byte.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">The
 *     sum of message attributes</a>
 */
final class Md5 {
    private static final byte TEXT = 1;
    private static final byte BINARY = 2;
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Md5::digest);

    private Md5() {}

    static String of(String body) {
        return HEX.formatHex(DIGEST.get().digest(utf8(body)));
    }

    /** Names in order; of each the name, the data type, one byte for the kind, and the value, all with their lengths. */
    static String of(MessageAttributes attributes) {
        return of(attributes, UnaryOperator.identity());
    }

    /** @param carried the texts as they are sent, which are those that clients make the sum of */
    static String of(MessageAttributes attributes, UnaryOperator<String> carried) {
        Map<String, Value> values = new TreeMap<>();
        attributes.values().forEach((name, value) -> values.put(carried.apply(name), value));
        MessageDigest digest = DIGEST.get();
        values.forEach((name, value) -> update(digest, name, value, carried));
        return HEX.formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String name, Value value, UnaryOperator<String> carried) {
        update(digest, utf8(name));
        update(digest, utf8(value.dataType()));
        if (value instanceof Binary binary) {
            digest.update(BINARY);
            update(digest, binary.bytes());
        } else if (value instanceof Text text) {
            digest.update(TEXT);
            update(digest, utf8(carried.apply(text.text())));
        }
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update((byte) (part.length >>> 24));
        digest.update((byte) (part.length >>> 16));
        digest.update((byte) (part.length >>> 8));
        digest.update((byte) part.length);
        digest.update(part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
