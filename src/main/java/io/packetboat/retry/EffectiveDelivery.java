package io.packetboat.retry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * How messages are delivered to one HTTP endpoint, with nothing left open.
 *
 * @param maxReceivesPerSecond empty for no limit
 * @param overridable whether subscriptions of the topic may differ
 */
public record EffectiveDelivery(
        RetryPolicy retry, Optional<Integer> maxReceivesPerSecond, String contentType, boolean overridable) {

    /** Of everything that no policy says otherwise about. */
    public static final String DEFAULT_CONTENT_TYPE = "text/plain; charset=UTF-8";

    /** As GetSubscriptionAttributes shows it. */
    public String subscriptionText() {
        JsonObjectBuilder policy = Json.createObjectBuilder()
                .add("healthyRetryPolicy", retries())
                .add("sicklyRetryPolicy", JsonValue.NULL);
        policy.add("throttlePolicy", maxReceivesPerSecond.map(this::throttle).orElse(JsonValue.NULL));
        return policy.add("requestPolicy", request())
                .add("guaranteed", false)
                .build()
                .toString();
    }

    /** As GetTopicAttributes shows it. */
    public String topicText() {
        JsonObjectBuilder http = Json.createObjectBuilder()
                .add("defaultHealthyRetryPolicy", retries())
                .add("disableSubscriptionOverrides", !overridable);
        maxReceivesPerSecond.ifPresent(limit -> http.add("defaultThrottlePolicy", throttle(limit)));
        http.add("defaultRequestPolicy", request());
        return Json.createObjectBuilder().add("http", http).build().toString();
    }

    private JsonObject retries() {
        return Json.createObjectBuilder()
                .add("minDelayTarget", retry.minDelay().toSeconds())
                .add("maxDelayTarget", retry.maxDelay().toSeconds())
                .add("numRetries", retry.retries())
                .add("numMaxDelayRetries", retry.atMaxDelay())
                .add("numNoDelayRetries", retry.withoutDelay())
                .add("numMinDelayRetries", retry.atMinDelay())
                .add("backoffFunction", retry.backoff().value())
                .build();
    }

    private JsonValue throttle(int limit) {
        return Json.createObjectBuilder().add("maxReceivesPerSecond", limit).build();
    }

    private JsonObject request() {
        return Json.createObjectBuilder().add("headerContentType", contentType).build();
    }
}
