package io.packetboat.aws.sns;

import io.packetboat.aws.operation.RequestRefused;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * An archive policy as the text that SNS carries it in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html">Message archiving
 *     for FIFO topic owners</a>
 */
final class ArchivePolicyText {
    private static final String DAYS = "MessageRetentionPeriod";
    private static final int MAX_DAYS = 365;

    private ArchivePolicyText() {}

    static int days(String text) {
        int days = number(valueIn(text));
        if (days < 1 || days > MAX_DAYS) {
            throw refused("MessageRetentionPeriod value is invalid");
        }
        return days;
    }

    private static JsonValue valueIn(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject policy = reader.readObject();
            JsonValue days = policy.get(DAYS);
            if (policy.size() != 1 || days == null) {
                throw refused("JSON is missing required fields");
            }
            return days;
        } catch (JsonException | IllegalStateException e) {
            throw refused("Unable to parse JSON");
        }
    }

    /** AWS's own examples have the number as a text. */
    private static int number(JsonValue value) {
        try {
            if (value instanceof JsonString text) {
                return Integer.parseInt(text.getString());
            }
            return value instanceof JsonNumber number ? number.intValueExact() : 0;
        } catch (ArithmeticException | NumberFormatException e) {
            return 0;
        }
    }

    private static RequestRefused refused(String why) {
        return SnsErrors.invalid("ArchivePolicy: " + why);
    }

    static String of(int days) {
        return Json.createObjectBuilder()
                .add(DAYS, Integer.toString(days))
                .build()
                .toString();
    }
}
