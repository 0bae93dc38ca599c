package io.packetboat.aws.sqs;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.AttributeRefused;
import io.packetboat.queue.QueueArns;
import io.packetboat.queue.RedriveAllowPolicy;
import io.packetboat.queue.RedrivePolicy;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/** The two policies on dead letters as the JSON that SQS carries in an attribute, both ways. */
record RedriveTexts(QueueArns arns) {
    private static final String REDRIVE = "RedrivePolicy";
    private static final String TARGET = "deadLetterTargetArn";
    private static final String RECEIVES = "maxReceiveCount";
    private static final String ALLOW = "RedriveAllowPolicy";
    private static final String PERMISSION = "redrivePermission";
    private static final String SOURCES = "sourceQueueArns";
    private static final String BY_QUEUE = "byQueue";

    /** What SQS takes for a policy that does not say. */
    private static final int DEFAULT_RECEIVES = 10;

    RedrivePolicy redrivePolicy(String text) {
        JsonObject policy = object(REDRIVE, text, Set.of(TARGET, RECEIVES));
        QueueName target = queue(REDRIVE, policy.getOrDefault(TARGET, JsonValue.NULL));
        return new RedrivePolicy(target, receives(policy));
    }

    /** Clients send the number, or the number as text. */
    private static int receives(JsonObject policy) {
        JsonValue value = policy.getOrDefault(RECEIVES, JsonValue.NULL);
        try {
            if (value instanceof JsonNumber number) {
                return number.intValueExact();
            }
            return value instanceof JsonString digits ? Integer.parseInt(digits.getString()) : DEFAULT_RECEIVES;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new AttributeRefused(REDRIVE, RECEIVES + " must be a whole number");
        }
    }

    String text(RedrivePolicy policy) {
        return Json.createObjectBuilder()
                .add(TARGET, arns.of(policy.deadLetterQueue()).toString())
                .add(RECEIVES, policy.maxReceiveCount())
                .build()
                .toString();
    }

    RedriveAllowPolicy redriveAllowPolicy(String text) {
        JsonObject policy = object(ALLOW, text, Set.of(PERMISSION, SOURCES));
        String permission = policy.getString(PERMISSION, "");
        if (!permission.equals(BY_QUEUE) && policy.containsKey(SOURCES)) {
            throw new AttributeRefused(ALLOW, SOURCES + " goes with the permission " + BY_QUEUE + " only");
        }
        return switch (permission) {
            case "allowAll" -> new RedriveAllowPolicy.AllowAll();
            case "denyAll" -> new RedriveAllowPolicy.DenyAll();
            case BY_QUEUE -> new RedriveAllowPolicy.ByQueue(sources(policy));
            default -> throw new AttributeRefused(ALLOW, PERMISSION + " must be allowAll, denyAll or byQueue");
        };
    }

    private List<QueueName> sources(JsonObject policy) {
        JsonValue sources = policy.getOrDefault(SOURCES, JsonValue.EMPTY_JSON_ARRAY);
        if (sources.getValueType() != JsonValue.ValueType.ARRAY) {
            throw new AttributeRefused(ALLOW, SOURCES + " must be a list");
        }
        return sources.asJsonArray().stream().map(arn -> queue(ALLOW, arn)).toList();
    }

    String text(RedriveAllowPolicy policy) {
        JsonObjectBuilder text = Json.createObjectBuilder().add(PERMISSION, policy.permission());
        if (!policy.sources().isEmpty()) {
            text.add(
                    SOURCES,
                    Json.createArrayBuilder(policy.sources().stream()
                            .map(name -> arns.of(name).toString())
                            .toList()));
        }
        return text.build().toString();
    }

    private QueueName queue(String attribute, JsonValue value) {
        if (value instanceof JsonString text) {
            try {
                return arns.nameIn(Arn.parse(text.getString()))
                        .orElseThrow(() -> new AttributeRefused(attribute, "the ARN names no queue of this account"));
            } catch (InvalidValue e) {
                throw new AttributeRefused(attribute, "the queue must be named by its ARN");
            }
        }
        throw new AttributeRefused(attribute, "the queue must be named by its ARN");
    }

    private static JsonObject object(String attribute, String text, Set<String> known) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            object.keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new AttributeRefused(attribute, "it has a member that is not known");
                    });
            return object;
        } catch (JsonException | IllegalStateException e) {
            throw new AttributeRefused(attribute, "it is not a JSON object");
        }
    }
}
