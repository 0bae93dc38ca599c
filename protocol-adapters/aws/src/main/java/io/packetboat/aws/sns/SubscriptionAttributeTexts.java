package io.packetboat.aws.sns;

import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.filter.FilterScope;
import io.packetboat.kernel.QueueName;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.DescribedSubscription;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionAttributeChange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscriptions' attributes as the texts that SNS carries them in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
record SubscriptionAttributeTexts(Arns arns) {
    static final MapName ATTRIBUTES = MapName.entries("Attributes");

    private static final String DEAD_LETTER_TARGET = "deadLetterTargetArn";

    List<SubscriptionAttributeChange> changes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .toList();
    }

    SubscriptionAttributeChange change(String name, String text) {
        return switch (name) {
            case "RawMessageDelivery" -> new SubscriptionAttributeChange.RawDelivery(Texts.flag(name, text));
            case "FilterPolicy" -> new SubscriptionAttributeChange.Filter(Texts.policy(text));
            case "FilterPolicyScope" -> new SubscriptionAttributeChange.Scope(scope(text));
            case "DeliveryPolicy" ->
                new SubscriptionAttributeChange.Delivery(Texts.policy(text).map(DeliveryPolicy::ofSubscription));
            case "RedrivePolicy" ->
                new SubscriptionAttributeChange.DeadLetters(Texts.policy(text).map(this::deadLetterQueue));
            case "ReplayPolicy" ->
                new SubscriptionAttributeChange.Replay(Texts.policy(text).map(ReplayPolicyText::read));
            case "SubscriptionRoleArn" ->
                throw SnsErrors.invalid("Attributes Reason: " + name + " is not supported by this node");
            default -> throw SnsErrors.invalid("AttributeName Reason: unknown attribute " + Printable.of(name));
        };
    }

    private static FilterScope scope(String text) {
        return FilterScope.find(text)
                .orElseThrow(() -> SnsErrors.invalid("FilterPolicyScope: Invalid value [" + Printable.of(text)
                        + "]. Please use either MessageBody or MessageAttributes"));
    }

    private QueueName deadLetterQueue(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject policy = reader.readObject();
            if (policy.size() == 1 && policy.get(DEAD_LETTER_TARGET) instanceof JsonString target) {
                return arns.queue(target.getString(), "RedrivePolicy: deadLetterTargetArn is an invalid arn");
            }
        } catch (JsonException | IllegalStateException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RequestRefused malformed() {
        return SnsErrors.invalid("RedrivePolicy: it must be a JSON object with deadLetterTargetArn alone");
    }

    /** As GetSubscriptionAttributes shows a subscription. */
    Map<String, String> of(DescribedSubscription described) {
        Subscription subscription = described.subscription();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("SubscriptionArn", described.arn().toString());
        texts.put("TopicArn", arns.topics().of(subscription.topic()).toString());
        texts.put("Owner", described.arn().account());
        texts.put("Protocol", subscription.endpoint().protocol());
        texts.put("Endpoint", EndpointTexts.of(subscription.endpoint(), arns));
        texts.put("PendingConfirmation", Boolean.toString(!subscription.isConfirmed()));
        texts.put("ConfirmationWasAuthenticated", Boolean.toString(subscription.isConfirmedByUser()));
        texts.put(
                "SubscriptionPrincipal", "arn:aws:iam::" + described.arn().account() + ":user/" + subscription.owner());
        texts.put(
                "RawMessageDelivery", Boolean.toString(subscription.attributes().raw()));
        subscription.attributes().filter().ifPresent(filter -> {
            texts.put("FilterPolicy", filter.text());
            texts.put("FilterPolicyScope", filter.scope().value());
        });
        subscription.attributes().deliveryPolicy().ifPresent(policy -> texts.put("DeliveryPolicy", policy.text()));
        described.delivery().ifPresent(delivery -> texts.put("EffectiveDeliveryPolicy", delivery.subscriptionText()));
        subscription
                .attributes()
                .deadLetterQueue()
                .ifPresent(queue -> texts.put("RedrivePolicy", redrivePolicy(queue)));
        described.replay().ifPresent(replay -> {
            texts.put("ReplayPolicy", replay.policy().text());
            texts.put("ReplayStatus", replay.status().value());
        });
        return texts;
    }

    private String redrivePolicy(QueueName queue) {
        return Json.createObjectBuilder()
                .add(DEAD_LETTER_TARGET, arns.queues().of(queue).toString())
                .build()
                .toString();
    }
}
