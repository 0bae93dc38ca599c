package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.ReadMessage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was published, whichever protocol it came by.
 *
 * @param message as a queue's receiver would see it
 * @param subject for subscribers by e-mail, and in the envelope of others; only SNS knows it
 * @param perProtocol what subscribers of a protocol get instead of the body
 */
public record Publication(ReadMessage message, Optional<String> subject, Map<String, String> perProtocol) {

    public Publication {
        perProtocol = Map.copyOf(new TreeMap<>(perProtocol));
    }

    /** What a subscriber of this protocol gets. */
    public String bodyFor(String protocol) {
        return perProtocol.getOrDefault(protocol, message.body());
    }
}
