package io.packetboat.push;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.retry.EffectiveDelivery;
import io.packetboat.retry.RetryPolicy;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.HttpEndpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Posts to web servers as SNS does.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-header.html">HTTP/HTTPS headers</a>
 */
public final class HttpPusher implements Pusher {
    private static final String PREFIX = "x-amz-sns-";

    private final HttpSender sender;
    private final SubscriptionArns arns;
    private final TopicMemory topics;

    /** @param sender stopped with this one */
    public HttpPusher(HttpSender sender, SubscriptionArns arns, TopicMemory topics) {
        this.sender = sender;
        this.arns = arns;
        this.topics = topics;
    }

    @Override
    public boolean carries(Endpoint endpoint) {
        return endpoint instanceof HttpEndpoint;
    }

    @Override
    public void require(Endpoint endpoint) {
        try {
            HttpPost.requireUsable(((HttpEndpoint) endpoint).url());
        } catch (InvalidValue e) {
            throw new EndpointRefused("Endpoint", "it must be an http or https URL with a host");
        }
        if (!sender.mayReach(((HttpEndpoint) endpoint).url())) {
            throw new EndpointRefused("Endpoint", "the address is not allowed");
        }
    }

    private EffectiveDelivery deliveryTo(Subscription subscription) {
        return DeliveryPolicy.effective(
                topics.find(subscription.topic())
                        .map(TopicDefinition::attributes)
                        .flatMap(attributes -> attributes.deliveryPolicy()),
                subscription.attributes().deliveryPolicy());
    }

    @Override
    public PushTerms terms(Subscription subscription) {
        EffectiveDelivery delivery = deliveryTo(subscription);
        RetryPolicy retry = delivery.retry();
        return new PushTerms(
                new RetrySchedule(
                        retry.withoutDelay(),
                        retry.atMinDelay(),
                        retry.growing(),
                        retry.atMaxDelay(),
                        retry.minDelay(),
                        retry.maxDelay(),
                        curveOf(retry)),
                delivery.maxReceivesPerSecond());
    }

    private static BackoffCurve curveOf(RetryPolicy retry) {
        return switch (retry.backoff()) {
            case LINEAR -> BackoffCurve.LINEAR;
            case ARITHMETIC -> BackoffCurve.ARITHMETIC;
            case GEOMETRIC -> BackoffCurve.GEOMETRIC;
            case EXPONENTIAL -> BackoffCurve.EXPONENTIAL;
        };
    }

    @Override
    public Duration patience() {
        return sender.patience();
    }

    @Override
    public CompletionStage<PushOutcome> send(Subscription subscription, PushEntry entry) {
        return sender.send(new HttpPost(
                ((HttpEndpoint) subscription.endpoint()).url(),
                headers(subscription, entry),
                entry.body().getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> headers(Subscription subscription, PushEntry entry) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(PREFIX + "message-type", entry.kind().value());
        headers.put(PREFIX + "message-id", entry.messageId());
        headers.put(PREFIX + "topic-arn", arns.topics().of(subscription.topic()).toString());
        if (entry.kind() != PushEntry.Kind.SUBSCRIPTION_CONFIRMATION) {
            headers.put(PREFIX + "subscription-arn", arns.of(subscription).toString());
        }
        if (entry.raw()) {
            headers.put(PREFIX + "rawdelivery", "true");
        }
        headers.put(
                "Content-Type",
                entry.isNotification()
                        ? deliveryTo(subscription).contentType()
                        : EffectiveDelivery.DEFAULT_CONTENT_TYPE);
        return headers;
    }

    @Override
    public void stop() {
        sender.stop();
    }
}
