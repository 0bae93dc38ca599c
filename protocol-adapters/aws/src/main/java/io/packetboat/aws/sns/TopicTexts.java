package io.packetboat.aws.sns;

import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.DescribedTopic;
import io.packetboat.topic.TopicAttributes;
import jakarta.json.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic as GetTopicAttributes shows it. */
final class TopicTexts {
    private static final List<String> OWNERS_ACTIONS = List.of(
            "SNS:GetTopicAttributes",
            "SNS:SetTopicAttributes",
            "SNS:AddPermission",
            "SNS:RemovePermission",
            "SNS:DeleteTopic",
            "SNS:Subscribe",
            "SNS:ListSubscriptionsByTopic",
            "SNS:Publish");

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private TopicTexts() {}

    static Map<String, String> of(DescribedTopic topic) {
        TopicAttributes attributes = topic.definition().attributes();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("TopicArn", topic.arn().toString());
        texts.put("Owner", topic.arn().account());
        texts.put("DisplayName", attributes.displayName());
        texts.put("Policy", attributes.policy().map(ResourcePolicy::text).orElseGet(() -> defaultPolicy(topic)));
        texts.put("SubscriptionsConfirmed", Long.toString(topic.counts().confirmed()));
        texts.put("SubscriptionsPending", Long.toString(topic.counts().pending()));
        texts.put("SubscriptionsDeleted", Long.toString(topic.counts().deleted()));
        attributes.deliveryPolicy().ifPresent(policy -> texts.put("DeliveryPolicy", policy.text()));
        texts.put(
                "EffectiveDeliveryPolicy",
                DeliveryPolicy.effective(attributes.deliveryPolicy(), Optional.empty())
                        .topicText());
        texts.put("SignatureVersion", Integer.toString(attributes.signatureVersion()));
        attributes.fifo().ifPresent(fifo -> {
            texts.put("FifoTopic", "true");
            texts.put("ContentBasedDeduplication", Boolean.toString(fifo.contentBasedDeduplication()));
            texts.put("FifoThroughputScope", fifo.scope().value());
            fifo.archive().ifPresent(policy -> texts.put("ArchivePolicy", ArchivePolicyText.of(policy.days())));
        });
        topic.archivedSince().ifPresent(since -> texts.put("BeginningArchiveTime", TIMESTAMP.format(since)));
        return texts;
    }

    /** What AWS shows for a topic of which nobody set a policy: its owner alone may act, by the users' own policies. */
    private static String defaultPolicy(DescribedTopic topic) {
        return Json.createObjectBuilder()
                .add("Version", "2008-10-17")
                .add("Id", "__default_policy_ID")
                .add(
                        "Statement",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("Sid", "__default_statement_ID")
                                        .add("Effect", "Allow")
                                        .add(
                                                "Principal",
                                                Json.createObjectBuilder().add("AWS", "*"))
                                        .add("Action", Json.createArrayBuilder(OWNERS_ACTIONS))
                                        .add("Resource", topic.arn().toString())
                                        .add(
                                                "Condition",
                                                Json.createObjectBuilder()
                                                        .add(
                                                                "StringEquals",
                                                                Json.createObjectBuilder()
                                                                        .add(
                                                                                "AWS:SourceOwner",
                                                                                topic.arn()
                                                                                        .account())))))
                .build()
                .toString();
    }
}
