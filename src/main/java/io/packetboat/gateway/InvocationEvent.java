package io.packetboat.gateway;

import io.packetboat.kernel.Arn;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/**
 * What a function gets of a notification.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Invoking Lambda functions with Amazon SNS
 *     notifications</a>
 */
final class InvocationEvent {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Fields that have another name than in envelopes. */
    private static final Map<String, String> RENAMED =
            Map.of("SigningCertURL", "SigningCertUrl", "UnsubscribeURL", "UnsubscribeUrl");

    private InvocationEvent() {}

    static String of(Arn subscription, OpenedEnvelope envelope) {
        JsonObjectBuilder notification = JSON.createObjectBuilder();
        // A function's types have them always.
        notification.add("Subject", JsonValue.NULL).add("MessageAttributes", JsonValue.EMPTY_JSON_OBJECT);
        envelope.fields().forEach((name, value) -> notification.add(RENAMED.getOrDefault(name, name), value));
        JsonObjectBuilder event = JSON.createObjectBuilder()
                .add("EventSource", "aws:sns")
                .add("EventVersion", "1.0")
                .add("EventSubscriptionArn", subscription.toString())
                .add("Sns", notification);
        return JSON.createObjectBuilder()
                .add("Records", JSON.createArrayBuilder().add(event))
                .build()
                .toString();
    }
}
