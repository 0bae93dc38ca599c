package io.packetboat.gateway;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/**
 * A message to one telephone.
 *
 * @param id the same at each attempt, so that the gateway can tell a message that comes twice
 * @param topic the ARN of the topic; empty for a message to the telephone alone
 * @param attributes as envelopes have them, {@code AWS.SNS.SMS.SenderID} among them
 */
record TextMessage(String id, String number, String text, Optional<String> topic, JsonObject attributes) {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** What the gateway gets. */
    String json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("MessageId", id)
                .add("PhoneNumber", number)
                .add("Message", text);
        topic.ifPresent(arn -> json.add("TopicArn", arn));
        return json.add("MessageAttributes", attributes).build().toString();
    }

    /** Without what was published and to whom. */
    @Override
    public String toString() {
        return "TextMessage[" + id + "]";
    }
}
