package io.packetboat.gateway;

import io.packetboat.kernel.TopicName;
import io.packetboat.push.PushEntry;
import io.packetboat.subscription.Endpoint.EmailEndpoint;
import io.packetboat.subscription.Subscription;
import java.util.function.Function;

/** Writes the mails, in the words that SNS has for them. */
final class Mails {
    private static final String SENDER = "AWS Notifications";
    private static final String RULE = "\n\n--\n";
    private static final String NO_ANSWER = "\n\nPlease do not reply directly to this email.\n";

    private final Function<TopicName, String> displayNames;

    /** @param displayNames a topic's name for people, empty for none */
    Mails(Function<TopicName, String> displayNames) {
        this.displayNames = displayNames;
    }

    Mail of(Subscription subscription, EmailEndpoint endpoint, PushEntry entry) {
        OpenedEnvelope envelope = OpenedEnvelope.of(entry);
        String name = displayNames.apply(subscription.topic());
        return new Mail(
                entry.messageId() + "." + subscription.id(),
                name.isEmpty() ? SENDER : name,
                endpoint.address(),
                subject(entry.kind(), envelope),
                endpoint.json() ? entry.body() : text(entry.kind(), envelope));
    }

    private static String subject(PushEntry.Kind kind, OpenedEnvelope envelope) {
        return switch (kind) {
            case NOTIFICATION -> envelope.subject().orElse("AWS Notification Message");
            case SUBSCRIPTION_CONFIRMATION -> "AWS Notification - Subscription Confirmation";
            case UNSUBSCRIBE_CONFIRMATION -> "AWS Notification - Unsubscribe Confirmation";
        };
    }

    private static String text(PushEntry.Kind kind, OpenedEnvelope envelope) {
        return switch (kind) {
            case NOTIFICATION -> envelope.message() + farewell(envelope);
            case SUBSCRIPTION_CONFIRMATION ->
                "You have chosen to subscribe to the topic:\n" + envelope.require("TopicArn")
                        + "\n\nTo confirm this subscription, click or visit the link below (If this was in error no action"
                        + " is necessary):\n" + envelope.require("SubscribeURL") + NO_ANSWER;
            case UNSUBSCRIBE_CONFIRMATION ->
                "Your subscription to the topic below has been deactivated:\n" + envelope.require("TopicArn")
                        + "\n\nIf this was in error, click or visit the link below to subscribe again:\n"
                        + envelope.require("SubscribeURL") + NO_ANSWER;
        };
    }

    private static String farewell(OpenedEnvelope envelope) {
        return envelope.unsubscribeUrl()
                .map(url ->
                        RULE + "If you wish to stop receiving notifications from this topic, please click or visit the"
                                + " link below to unsubscribe:\n" + url + NO_ANSWER)
                .orElse("");
    }
}
