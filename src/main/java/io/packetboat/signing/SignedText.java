package io.packetboat.signing;

import io.packetboat.kernel.Arn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of an envelope that are signed, each name and value on a line of its own, in the order of the names' bytes.
 *
 * <p>What differs between the subscriptions of a topic is not among them, so that one signature serves them all.
 */
public record SignedText(String value) {

    /** Of a message to subscribers; the body is the one in the envelope, and the moment has been {@link #presentable}. */
    public static SignedText notification(
            String body, String messageId, Optional<String> subject, Instant moment, Arn topic) {
        Map<String, String> fields = common("Notification", body, messageId, moment, topic);
        subject.ifPresent(text -> fields.put("Subject", text));
        return of(fields);
    }

    /** Of a question to a subscriber whether a subscription shall begin or was meant to end. */
    public static SignedText confirmation(Confirmation confirmation) {
        Map<String, String> fields = common(
                confirmation.type(),
                confirmation.body(),
                confirmation.messageId(),
                confirmation.moment(),
                confirmation.topic());
        fields.put("SubscribeURL", confirmation.subscribeUrl());
        fields.put("Token", confirmation.token());
        return of(fields);
    }

    /**
     * A message that asks a subscriber.
     *
     * @param type SubscriptionConfirmation or UnsubscribeConfirmation
     * @param moment has been {@link #presentable}
     */
    public record Confirmation(
            String type, String body, String messageId, String token, String subscribeUrl, Instant moment, Arn topic) {}

    /**
     * The moment as an envelope may show it: whole milliseconds, and never whole seconds, which the Java SDK's validator
     * would write without the zeros that every envelope has.
     */
    public static Instant presentable(Instant moment) {
        long millis = moment.toEpochMilli();
        return Instant.ofEpochMilli(millis % 1_000 == 0 ? millis + 1 : millis);
    }

    private static Map<String, String> common(String type, String body, String messageId, Instant moment, Arn topic) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("Type", type);
        fields.put("Message", body);
        fields.put("MessageId", messageId);
        fields.put("Timestamp", moment.toString());
        fields.put("TopicArn", topic.toString());
        return fields;
    }

    private static SignedText of(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(
                (name, value) -> text.append(name).append('\n').append(value).append('\n'));
        return new SignedText(text.toString());
    }
}
