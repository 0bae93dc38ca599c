package io.packetboat.aws.sns;

import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.subscription.ReplayPolicy;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A replay policy as the text that SNS carries it in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-subscriber.html">Message replay for
 *     FIFO topic subscribers</a>
 */
final class ReplayPolicyText {
    private static final String POINT_TYPE = "PointType";
    private static final String START = "StartingPoint";
    private static final String END = "EndingPoint";

    private ReplayPolicyText() {}

    static ReplayPolicy read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject policy = reader.readObject();
            if (!Set.of(POINT_TYPE, START, END).containsAll(policy.keySet())
                    || !policy.keySet().containsAll(Set.of(POINT_TYPE, START))) {
                throw refused("JSON is missing required fields");
            }
            if (!"Timestamp".equals(policy.getString(POINT_TYPE, ""))) {
                throw refused("Invalid PointType");
            }
            return read(text, policy);
        } catch (JsonException | IllegalStateException e) {
            throw refused("Unable to parse JSON");
        }
    }

    private static ReplayPolicy read(String text, JsonObject policy) {
        Instant start = time(policy, START);
        Optional<Instant> end = policy.containsKey(END) ? Optional.of(time(policy, END)) : Optional.empty();
        try {
            return new ReplayPolicy(text, start, end);
        } catch (InvalidValue e) {
            throw refused("Invalid EndingPoint value");
        }
    }

    /** As exactly as messages know when they were published. */
    private static Instant time(JsonObject policy, String name) {
        if (policy.get(name) instanceof JsonString text) {
            try {
                return Instant.ofEpochMilli(
                        OffsetDateTime.parse(text.getString()).toInstant().toEpochMilli());
            } catch (ArithmeticException | DateTimeException e) {
                throw refused("Invalid " + name + " value");
            }
        }
        throw refused("Invalid " + name + " value");
    }

    private static RequestRefused refused(String why) {
        return SnsErrors.invalid("ReplayPolicy: " + why);
    }
}
