package io.packetboat.retry;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads delivery policies strictly: what is not known is refused rather than ignored. */
final class DeliveryPolicyReader {
    private static final Set<String> RETRIES = Set.of(
            "minDelayTarget",
            "maxDelayTarget",
            "numRetries",
            "numMaxDelayRetries",
            "numNoDelayRetries",
            "numMinDelayRetries",
            "backoffFunction");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+*-]+/[\\w.+*-]+(; *[\\w-]+=[\\w.\"-]+)*");

    private DeliveryPolicyReader() {}

    static DeliveryPolicy.Wishes subscription(String json) {
        JsonObject policy = document(json);
        // The last two are what GetSubscriptionAttributes shows; tools send them back.
        refuseUnknown(
                policy,
                Set.of("healthyRetryPolicy", "throttlePolicy", "requestPolicy", "sicklyRetryPolicy", "guaranteed"));
        requireNothing(policy, "sicklyRetryPolicy", JsonValue.NULL);
        requireNothing(policy, "guaranteed", JsonValue.FALSE);
        return wishes(policy, "healthyRetryPolicy", "throttlePolicy", "requestPolicy", true);
    }

    static DeliveryPolicy.Wishes topic(String json) {
        JsonObject policy = document(json);
        refuseUnknown(policy, Set.of("http"));
        JsonObject http = object(policy, "http").orElse(JsonValue.EMPTY_JSON_OBJECT);
        refuseUnknown(
                http,
                Set.of(
                        "defaultHealthyRetryPolicy",
                        "disableSubscriptionOverrides",
                        "defaultThrottlePolicy",
                        "defaultRequestPolicy"));
        boolean overridable = !flag(http, "disableSubscriptionOverrides");
        return wishes(http, "defaultHealthyRetryPolicy", "defaultThrottlePolicy", "defaultRequestPolicy", overridable);
    }

    private static DeliveryPolicy.Wishes wishes(
            JsonObject policy, String retry, String throttle, String request, boolean overridable) {
        return new DeliveryPolicy.Wishes(
                object(policy, retry).map(DeliveryPolicyReader::retries),
                object(policy, throttle).flatMap(DeliveryPolicyReader::throttle),
                object(policy, request).flatMap(DeliveryPolicyReader::contentType),
                overridable);
    }

    private static RetryPolicy retries(JsonObject policy) {
        refuseUnknown(policy, RETRIES);
        RetryPolicy open = RetryPolicy.DEFAULT;
        int minDelay = number(policy, "minDelayTarget")
                .orElseGet(() -> (int) open.minDelay().toSeconds());
        int maxDelay = number(policy, "maxDelayTarget")
                .orElseGet(() -> Math.max(minDelay, (int) open.maxDelay().toSeconds()));
        RetryPolicy read = new RetryPolicy(
                Duration.ofSeconds(minDelay),
                Duration.ofSeconds(maxDelay),
                number(policy, "numRetries").orElse(open.retries()),
                number(policy, "numNoDelayRetries").orElse(0),
                number(policy, "numMinDelayRetries").orElse(0),
                number(policy, "numMaxDelayRetries").orElse(0),
                backoff(policy));
        requireWithinAnHour(read);
        return read;
    }

    /** The pauses that are certain; those that grow lie between the shortest and the longest one. */
    private static void requireWithinAnHour(RetryPolicy policy) {
        long seconds = (policy.atMinDelay() + (long) policy.growing())
                        * policy.minDelay().toSeconds()
                + policy.atMaxDelay() * policy.maxDelay().toSeconds();
        if (seconds > RetryPolicy.MAX_TOTAL.toSeconds()) {
            throw new InvalidDeliveryPolicy(
                    "the total of all delays must not exceed " + RetryPolicy.MAX_TOTAL.toSeconds() + " seconds");
        }
    }

    private static Backoff backoff(JsonObject policy) {
        return text(policy, "backoffFunction")
                .map(name -> Backoff.find(name)
                        .orElseThrow(() -> new InvalidDeliveryPolicy(
                                "backoffFunction must be one of linear, arithmetic, geometric, exponential")))
                .orElse(Backoff.LINEAR);
    }

    private static Optional<Integer> throttle(JsonObject policy) {
        refuseUnknown(policy, Set.of("maxReceivesPerSecond"));
        Optional<Integer> limit = number(policy, "maxReceivesPerSecond");
        limit.filter(value -> value < 1).ifPresent(value -> {
            throw new InvalidDeliveryPolicy("maxReceivesPerSecond must be at least 1");
        });
        return limit;
    }

    private static Optional<String> contentType(JsonObject policy) {
        refuseUnknown(policy, Set.of("headerContentType"));
        Optional<String> type = text(policy, "headerContentType");
        type.filter(value -> !MEDIA_TYPE.matcher(value).matches()).ifPresent(value -> {
            throw new InvalidDeliveryPolicy("headerContentType must be a media type");
        });
        return type;
    }

    private static JsonObject document(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new InvalidDeliveryPolicy("it is not a JSON object");
        }
    }

    private static void refuseUnknown(JsonObject object, Set<String> known) {
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidDeliveryPolicy("Unexpected JSON member: " + name);
                });
    }

    private static void requireNothing(JsonObject object, String name, JsonValue nothing) {
        JsonValue value = object.get(name);
        if (value != null && value != JsonValue.NULL && value != nothing) {
            throw new InvalidDeliveryPolicy(name + " is not supported");
        }
    }

    private static Optional<JsonObject> object(JsonObject parent, String name) {
        return member(parent, name).map(value -> {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new InvalidDeliveryPolicy(name + " must be a JSON object");
        });
    }

    private static Optional<Integer> number(JsonObject parent, String name) {
        return member(parent, name).map(value -> {
            try {
                if (value instanceof JsonNumber number) {
                    return number.intValueExact();
                }
            } catch (ArithmeticException e) {
                throw new InvalidDeliveryPolicy(name + " must be a whole number");
            }
            throw new InvalidDeliveryPolicy(name + " must be a whole number");
        });
    }

    private static Optional<String> text(JsonObject parent, String name) {
        return member(parent, name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw new InvalidDeliveryPolicy(name + " must be a text");
        });
    }

    private static boolean flag(JsonObject parent, String name) {
        return member(parent, name)
                .map(value -> switch (value.getValueType()) {
                    case TRUE -> true;
                    case FALSE -> false;
                    case ARRAY, OBJECT, STRING, NUMBER, NULL ->
                        throw new InvalidDeliveryPolicy(name + " must be true or false");
                })
                .orElse(false);
    }

    private static Optional<JsonValue> member(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).filter(value -> value != JsonValue.NULL);
    }
}
