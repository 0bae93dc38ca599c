package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.MessageToSend;
import java.util.Map;
import java.util.Optional;

/**
 * A message for a topic.
 *
 * @param message what the topic's native subscribers get
 * @param subject travels with it
 * @param perProtocol what subscribers of a protocol get instead of the body
 */
public record MessageToPublish(MessageToSend message, Optional<String> subject, Map<String, String> perProtocol) {

    public MessageToPublish {
        perProtocol = Map.copyOf(perProtocol);
    }
}
