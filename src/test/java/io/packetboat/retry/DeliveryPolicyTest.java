package io.packetboat.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryPolicyTest {
    private static final String OWN = """
            {"healthyRetryPolicy": {"minDelayTarget": 1, "maxDelayTarget": 60, "numRetries": 50, "numNoDelayRetries": 3,
              "numMinDelayRetries": 2, "numMaxDelayRetries": 35, "backoffFunction": "exponential"},
             "throttlePolicy": {"maxReceivesPerSecond": 10}, "requestPolicy": {"headerContentType": "application/json"}}""";
    private static final String OF_TOPIC = """
            {"http": {"defaultHealthyRetryPolicy": {"numRetries": 7}, "disableSubscriptionOverrides": %s,
              "defaultThrottlePolicy": {"maxReceivesPerSecond": 1}}}""";

    private static EffectiveDelivery effective(Optional<String> topic, Optional<String> own) {
        return DeliveryPolicy.effective(topic.map(DeliveryPolicy::ofTopic), own.map(DeliveryPolicy::ofSubscription));
    }

    @Test
    void withoutAnyPolicyThereAreThreeRetriesAfterTwentySecondsEach() {
        EffectiveDelivery delivery = effective(Optional.empty(), Optional.empty());

        assertThat(delivery.retry())
                .isEqualTo(new RetryPolicy(Duration.ofSeconds(20), Duration.ofSeconds(20), 3, 0, 0, 0, Backoff.LINEAR));
        assertThat(delivery.maxReceivesPerSecond()).isEmpty();
        assertThat(delivery.contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(delivery.topicText())
                .isEqualTo("{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":20,\"maxDelayTarget\":20,"
                        + "\"numRetries\":3,\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,"
                        + "\"backoffFunction\":\"linear\"},\"disableSubscriptionOverrides\":false,"
                        + "\"defaultRequestPolicy\":{\"headerContentType\":\"text/plain; charset=UTF-8\"}}}");
    }

    @Test
    void aSubscriptionsOwnPolicyComesBeforeItsTopics() {
        EffectiveDelivery delivery = effective(Optional.of(OF_TOPIC.formatted("false")), Optional.of(OWN));

        assertThat(delivery.retry().retries()).isEqualTo(50);
        assertThat(delivery.retry().growing()).isEqualTo(10);
        assertThat(delivery.retry().backoff()).isEqualTo(Backoff.EXPONENTIAL);
        assertThat(delivery.maxReceivesPerSecond()).contains(10);
        assertThat(delivery.contentType()).isEqualTo("application/json");
    }

    @Test
    void aTopicCanForbidPoliciesOfSubscriptions() {
        EffectiveDelivery delivery = effective(Optional.of(OF_TOPIC.formatted("true")), Optional.of(OWN));

        assertThat(delivery.retry().retries()).isEqualTo(7);
        assertThat(delivery.maxReceivesPerSecond()).contains(1);
        assertThat(delivery.contentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void whatIsShownCanBeSetAgain() {
        EffectiveDelivery delivery = effective(Optional.of(OF_TOPIC.formatted("false")), Optional.of(OWN));

        assertThat(effective(Optional.of(delivery.topicText()), Optional.empty()))
                .isEqualTo(delivery);
        assertThat(effective(Optional.empty(), Optional.of(delivery.subscriptionText())))
                .isEqualTo(delivery);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"healthyRetryPolicy\": 1}",
                "{\"healthyRetryPolicy\": {\"numRetries\": 101}}",
                "{\"healthyRetryPolicy\": {\"numRetries\": 1.5}}",
                "{\"healthyRetryPolicy\": {\"numRetries\": \"3\"}}",
                "{\"healthyRetryPolicy\": {\"numRetries\": 2, \"numNoDelayRetries\": 3}}",
                "{\"healthyRetryPolicy\": {\"numRetries\": 3, \"numNoDelayRetries\": 2, \"numMinDelayRetries\": 2}}",
                "{\"healthyRetryPolicy\": {\"minDelayTarget\": 0}}",
                "{\"healthyRetryPolicy\": {\"minDelayTarget\": 30, \"maxDelayTarget\": 20}}",
                "{\"healthyRetryPolicy\": {\"maxDelayTarget\": 3601}}",
                "{\"healthyRetryPolicy\": {\"backoffFunction\": \"random\"}}",
                "{\"healthyRetryPolicy\": {\"numRetries\": 100, \"maxDelayTarget\": 60, \"numMaxDelayRetries\": 61}}",
                "{\"throttlePolicy\": {\"maxReceivesPerSecond\": 0}}",
                "{\"requestPolicy\": {\"headerContentType\": \"a\\r\\nb\"}}",
                "{\"sicklyRetryPolicy\": {}}",
                "{\"guaranteed\": true}",
                "{\"http\": {}}"
            })
    void whatCannotBeDoneIsRefused(String policy) {
        assertThatThrownBy(() -> DeliveryPolicy.ofSubscription(policy)).isInstanceOf(InvalidDeliveryPolicy.class);
    }
}
