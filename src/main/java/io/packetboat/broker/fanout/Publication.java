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
 * @param replay what a subscription is given it again by, unlike by any other replay
 */
public record Publication(
        ReadMessage message, Optional<String> subject, Map<String, String> perProtocol, Optional<String> replay) {

    public Publication {
        perProtocol = Map.copyOf(new TreeMap<>(perProtocol));
    }

    /** One that nobody has got yet. */
    public Publication(ReadMessage message, Optional<String> subject, Map<String, String> perProtocol) {
        this(message, subject, perProtocol, Optional.empty());
    }

    /** The same, given again by this replay. */
    public Publication again(String byReplay) {
        return new Publication(message, subject, perProtocol, Optional.of(byReplay));
    }

    /** What a subscriber of this protocol gets. */
    public String bodyFor(String protocol) {
        return perProtocol.getOrDefault(protocol, message.body());
    }
}
