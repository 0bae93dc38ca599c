package io.packetboat.topic;

import io.packetboat.kernel.TopicName;

/**
 * A topic as SNS sees it; immutable.
 *
 * @param defined whether it was made or subscribed to through SNS; otherwise it is a multicast address that a protocol
 *     client or the admin API made, and has the defaults
 */
public record TopicDefinition(TopicName name, TopicAttributes attributes, boolean defined) {

    public boolean isFifo() {
        return attributes.fifo().isPresent();
    }
}
